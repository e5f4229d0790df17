import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { figures } from '#kernel/figures/contract.ts'
import { downloaded } from './files.ts'
import { call, expectAccessible, journey, visit } from './harness.ts'

/** Letters of one two-hundredth of the distance are read: 25 mm at five metres, 40 pixels on a display of 1.2 m. */
const SMALLEST_AT_1920 = 40

async function expectFits(page: Page, smallest: number): Promise<void> {
  const seen = await page.evaluate(() => {
    const texts = [...document.querySelectorAll('.hall *')].filter((node) =>
      [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent!.trim() !== ''),
    )
    const main = document.querySelector('.hall-main')!
    return {
      smallest: Math.min(...texts.map((node) => Number.parseFloat(getComputedStyle(node).fontSize))),
      beyond: [document.scrollingElement!.scrollWidth - innerWidth, main.scrollHeight - main.clientHeight],
    }
  })
  expect(seen.smallest).toBeGreaterThanOrEqual(smallest)
  expect(seen.beyond).toEqual([0, 0])
}

journey(
  'the hall board is legible at both sizes, fits them, and shows a number that came in meanwhile',
  async () => {
    const page = await visit('nobody', 1440)
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.clock.install()
    let more = 0
    await page.route('**/api/figures/list-figures*', async (route) => {
      const answer = await route.fetch()
      const report = (await answer.json()) as { rows: { value: number | null }[] }
      const [first] = report.rows
      if (first?.value != null) first.value += more
      await route.fulfill({ response: answer, json: report })
    })
    await page.goto('/board/hall')
    const lead = page.locator('.hall-lead .hall-value')
    await lead.waitFor()
    for (const scale of [1, 2]) {
      await page.setViewportSize({ width: 1920 * scale, height: 1080 * scale })
      await expectFits(page, SMALLEST_AT_1920 * scale)
    }
    const before = await lead.textContent()
    more = 7
    await page.keyboard.press(' ')
    await page.clock.fastForward(61_000)
    await page.getByText('刚刚更新').waitFor()
    expect(await lead.textContent()).not.toBe(before)
    // A chapter's second screen of figures, then its districts.
    for (let screen = 0; screen < 2; screen += 1) {
      await page.keyboard.press('ArrowRight')
      await page.locator('.hall-lead, .hall-bars > li').first().waitFor()
      await expectFits(page, SMALLEST_AT_1920 * 2)
    }
    await expectAccessible(page)
  },
)

journey('districts are compared on one scale, and the figure is taken along as it is shown', async () => {
  const page = await visit('nobody', 1440)
  await page.goto('/board/districts?key=stations.total')
  await page.getByRole('heading', { level: 2, name: '建成驿站' }).waitFor()
  const compared = await call(page, figures.compareDistricts, { key: 'stations.total' })
  expect(await page.locator('.ui-multiples svg').count()).toBe(compared.series.length)
  await expectAccessible(page)
  await page.goto('/open-data')
  const file = await downloaded(page, () => page.getByRole('link', { name: 'CSV 建成驿站' }).click())
  const lines = file.content.toString('utf8').trimEnd().split('\r\n')
  const open = await call(page, figures.openFigure, { key: 'stations.total' })
  expect(lines[1]).toMatch(new RegExp(`^总数,,,,${open.value},家,,stations\\.total,`))
  const districts = open.parts.find(({ id }) => id === 'adcode')!.rows
  expect(districts.reduce((sum, { value }) => sum + value!, 0)).toBe(open.value)
  await expectAccessible(page)
})
