import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page as BrowserPage } from 'playwright-core'
import { afterAll, describe, expect } from 'vitest'
import type { Page } from '#platform/client/page.ts'
import { pages } from '#app/pages.ts'
import {
  become,
  expectAccessible,
  expectComplaint,
  expectNoErrors,
  forgetExpected,
  journey,
  openPage,
  type Persona,
  untilQuiet,
} from './harness.ts'
import { isAbsent, realAddress } from './real-paths.ts'

const folder = process.env['KEEP_SCREENSHOTS']
/** CI's second engine: what it answers may differ, but not how wide that is, nor in which colours (.ci/run). */
const isSecondEngine = process.env['TESTS'] === 'that-meet-the-database'
const proved = isSecondEngine
  ? 'opens without a fault'
  : 'opens at both widths, in large text and in the dark, without a fault'
const phone = { width: 390, height: 844 }
const desk = { width: 1440, height: 900 }

/** Each person's browsers that nobody looks at just now, as opening one anew takes longer than the page. */
const idle = new Map<Persona, BrowserPage[]>()

afterAll(async () => {
  for (const page of [...idle.values()].flat()) await page.context().close()
})

// Several at a time (`maxConcurrency`): each page waits four times until nothing moves any more.
describe.concurrent.each(pages)('$path', (opened) => {
  journey(proved, async () => {
    const address = await withBrowserOf('city-officer', (page) => realAddress(opened, page))
    await withBrowserOf(personaOf(opened), (page) => look(page, opened, address))
  })
})

async function look(page: BrowserPage, opened: Page, address: string): Promise<void> {
  if (isAbsent(opened)) expectComplaint(page, /404/)
  // A member who has not consented yet is refused a voucher, and the page asks them.
  if (opened.path === '/ride') expectComplaint(page, /409 .*issue-voucher/)
  await page.setViewportSize(phone)
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await expectGood(page, opened, 'phone')
  if (isSecondEngine) return
  await expectAccessible(page)
  await wear(page, 'text', 'large')
  await expectGood(page, opened, 'phone-large')
  await wear(page, 'text', undefined)
  await page.setViewportSize(desk)
  await expectGood(page, opened, 'desk')
  await expectAccessible(page)
  await wear(page, 'theme', 'dark')
  await expectGood(page, opened, 'desk-dark')
  await expectAccessible(page, ['color-contrast'])
}

async function expectGood(page: BrowserPage, opened: Page, look: string): Promise<void> {
  await untilQuiet(page)
  if (folder !== undefined) await keepScreenshot(page, folder, `${nameOf(opened)}-${look}`)
  expectNoErrors(page)
  expect(await page.getByRole('heading', { level: 1 }).count(), 'first headings').toBe(1)
  const beyond = await page.evaluate(() => document.scrollingElement!.scrollWidth - window.innerWidth)
  expect(beyond, `pixels beyond the edge, ${look}`).toBeLessThanOrEqual(0)
}

/** A browser in which something failed is closed rather than kept for the next page. */
async function withBrowserOf<T>(persona: Persona, work: (page: BrowserPage) => Promise<T>): Promise<T> {
  const page = idle.get(persona)?.pop() ?? (await openPage(390))
  try {
    if (page.url() === 'about:blank') await become(page, persona)
    const done = await work(page)
    forgetExpected(page)
    idle.set(persona, [...(idle.get(persona) ?? []), page])
    return done
  } catch (error) {
    await page.context().close()
    throw error
  }
}

/** Whom the page is made for. */
function personaOf({ path, face }: Page): Persona {
  if (path === '/keeper') return 'keeper'
  // Nobody of the demo's chooser applied for a union, but whoever decides may read what the applicant reads.
  if (path.startsWith('/unions/found/$')) return 'city-officer'
  if (path.startsWith('/inspect')) return 'inspector'
  if (path === '/staff/figures/$key') return 'auditor'
  return face === 'staff' ? 'city-officer' : 'member'
}

/** Where the style sheet reads what was chosen in the settings. */
const wear = (page: BrowserPage, what: 'text' | 'theme', value: string | undefined) =>
  page.evaluate(
    ([name, chosen]) => {
      if (chosen === undefined) delete document.documentElement.dataset[name!]
      else document.documentElement.dataset[name!] = chosen
    },
    [what, value],
  )

const nameOf = ({ path }: Page) => (path === '/' ? 'home' : path.slice(1).replaceAll(/[/$]+/g, '-'))

async function keepScreenshot(page: BrowserPage, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
