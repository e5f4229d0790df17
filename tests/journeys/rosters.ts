import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { encodeGb18030 } from '#platform/tabular/test-files.ts'
import { writeXlsx } from '#platform/tabular/write-xlsx.ts'
import { cityOf } from '#kernel/city/index.ts'
import { makeDemoRoster } from '#programmes/stations/server/demo/make-demo-roster.ts'
import { makeDemoStations } from '#programmes/stations/server/demo/make-demo-stations.ts'

export type Roster = ReturnType<typeof makeDemoRoster>

/** A roster as an office sends it: forty lines, with each kind of fault in one of them. Each seed brings others. */
export function makeRoster(seed: number): Roster {
  const today = new Date().toISOString().slice(0, 10)
  const city = cityOf({ cityFile: undefined })
  return makeDemoRoster({ seed, today, city, stations: makeDemoStations({ seed: 410_400, today, city }) })
}

type File = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** As a Chinese Excel saves CSV. */
export const asCsv = ({ rows }: Roster, name: string): File => ({
  name,
  mimeType: 'text/csv',
  buffer: encodeGb18030(rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('')),
})

const csvField = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export async function asXlsx({ rows: [title, headings, ...rows] }: Roster, name: string): Promise<File> {
  const content = writeXlsx({ sheetName: '驿站', titles: [title![0]!], headings: headings!, rows })
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await buffer(content),
  }
}

/** Uploads it through the page and waits for the preview; gives the import's id. */
export async function startImport(page: Page, file: File): Promise<string> {
  await page.goto('/staff/stations/import')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('main').getByRole('button', { name: '选择文件' }).click(),
  ])
  await chooser.setFiles(file)
  await page.waitForURL(/\/import\/[0-9a-f-]{36}/)
  return /import\/([0-9a-f-]{36})/.exec(page.url())![1]!
}
