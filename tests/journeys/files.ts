import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** The file that the browser saves when this is done. */
export async function downloaded(
  page: Page,
  press: () => Promise<void>,
): Promise<{ readonly name: string; readonly content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  const folder = await mkdtemp(join(tmpdir(), 'zhenyi-download-'))
  try {
    const path = join(folder, 'file')
    await download.saveAs(path)
    return { name: download.suggestedFilename(), content: await readFile(path) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
