import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { plantedHeadings } from './planted-cells.ts'
import { makePlantedRoster } from './planted-roster.ts'
import { writeOds } from './write-ods.ts'

/**
 * Makes the rosters that the tests read, by LibreOffice Calc: `npx node src/programmes/membership/server/roster/testing/make-fixtures.ts FOLDER ROWS UNION UNION`.
 * In FOLDER: roster.xlsx (title rows, merged cells) and roster.csv (GB18030, as a Chinese Excel saves it).
 */
const [folder = '.', rows = '240', first = '晨光家政公司工会', second = '晨光家政公司第二工会'] =
  process.argv.slice(2)
const GB18030 = 85
const work = mkdtempSync(join(tmpdir(), 'zhenyi-rosters-'))
const roster = makePlantedRoster(Number(rows), [first, second])
const source = join(work, 'roster.ods')
await writeFile(source, writeOds(roster, plantedHeadings.indexOf('所在工会')))
mkdirSync(folder, { recursive: true })
for (const [kind, filter] of [
  ['xlsx', 'xlsx:Calc MS Excel 2007 XML'],
  ['csv', `csv:Text - txt - csv (StarCalc):44,34,${GB18030},1,,0,false,true,false`],
] as const) {
  execFileSync('soffice', [
    `-env:UserInstallation=file://${work}/profile`,
    '--headless',
    '--convert-to',
    filter,
    '--outdir',
    work,
    source,
  ])
  renameSync(join(work, `roster.${kind}`), resolve(folder, `roster.${kind}`))
}
rmSync(work, { recursive: true, force: true })
