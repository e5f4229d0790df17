import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTable } from '#platform/tabular/read-table.ts'
import { stations } from '../../contract.ts'
import { line, makeCityWithFiles, startRoster, upload } from './testing.ts'

let city: Awaited<ReturnType<typeof makeCityWithFiles>>
const folder = mkdtempSync(join(tmpdir(), 'zhenyi-errors-test-'))
beforeAll(async () => void (city = await makeCityWithFiles()))
afterAll(async () => {
  await city.remove()
  rmSync(folder, { recursive: true, force: true })
})

async function textsOf(content: Uint8Array, name: string): Promise<string[][]> {
  const path = join(folder, name)
  writeFileSync(path, content)
  const rows = []
  for await (const row of readTable(path, name)) rows.push(row.cells.map((cell) => cell.text))
  return rows
}

const trap = '=HYPERLINK("http://example.com","奖")'

test.each(['xlsx', 'csv'] as const)(
  'the rows that were left come back as %s, each with its row number and what is wrong',
  async (format) => {
    const { importId } = await startRoster(city, [
      line(1),
      line(2, { 4: '', 3: trap }),
      line(3, { 5: '随时' }),
    ])
    const officer = city.world.as(city.officer)
    const file = await officer.call(stations.importErrors, { importId, format })
    expect(file).toMatchObject({ fileName: `名册-有问题的行.${format}`, rows: 2 })
    const [title, headings, ...rows] = await textsOf(file.content, `errors.${format}`)
    expect(title![0]).toContain('演示数据')
    expect([headings![0], headings!.at(-1)]).toEqual(['原行号', '问题'])
    expect(rows.map((cells) => [cells[0], cells[4]])).toEqual([
      ['4', trap],
      ['5', '建设路3号'],
    ])
    expect(rows[0]!.at(-1)).toContain('没有坐标')
    if (format === 'csv') expect(Buffer.from(file.content).toString()).toContain(`"'=HYPERLINK`)
  },
)

test('put right, the file can be uploaded as it is', async () => {
  const officer = city.world.as(city.officer)
  const { importId } = await startRoster(city, [line(11), line(12, { 4: '' })])
  const { content } = await officer.call(stations.importErrors, { importId, format: 'csv' })
  const corrected = Buffer.from(content).toString().replace('建设路12号,,', '建设路12号,"113.3001,33.7501",')
  const fileId = await upload(city, city.officer, 'station-roster', '改好的.csv', Buffer.from(corrected))
  const again = await officer.call(stations.startImport, { organisationId: city.own.id, fileId })
  expect(again).toMatchObject({ rows: 1, ready: 1 })
})
