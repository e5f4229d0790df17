import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

type File = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

const folder = new URL('../../src/programmes/membership/server/roster/testing/', import.meta.url)

/** A roster that a spreadsheet program made, 240 rows with every kind of fault. */
export const memberRoster = (name: 'roster.xlsx' | 'roster.csv'): File => ({
  name,
  mimeType: name.endsWith('csv')
    ? 'text/csv'
    : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: readFileSync(new URL(name, folder)),
})

/** Uploads it through the page and waits until its rows are judged; gives the import's id. */
export async function startMemberImport(page: Page, file: File): Promise<string> {
  await page.goto('/staff/roster')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('main').getByRole('button', { name: '选择文件' }).click(),
  ])
  await chooser.setFiles(file)
  await page.waitForURL(/\/staff\/roster\/[0-9a-f-]{36}/)
  await page.getByText('等您核对', { exact: true }).waitFor()
  return /roster\/([0-9a-f-]{36})/.exec(page.url())![1]!
}
