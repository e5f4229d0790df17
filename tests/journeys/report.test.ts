import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { figures } from '#kernel/figures/contract.ts'
import { downloaded } from './files.ts'
import { addressOfPlatform, call, expectAccessible, journey, visit } from './harness.ts'

const numberIn = (text: string) => Number(text.replaceAll(/\D/g, ''))

/** The large number of the page, as a reader sees it. */
async function numberOf(page: Page, label: string): Promise<number> {
  const item = page.getByRole('listitem').filter({ has: page.getByText(label, { exact: true }) })
  const shown = await item.first().textContent()
  return numberIn(/[\d,]+/.exec(shown!.slice(shown!.indexOf(label) + label.length))![0])
}

journey('anybody opens the number of stations down to the stations, and takes them along', async () => {
  const page = await visit('nobody', 1440)
  await page.goto('/report')
  await page.getByRole('heading', { name: '爱心驿站' }).waitFor()
  const counted = await numberOf(page, '建成驿站')
  // 301 at first; other journeys close one and bring in others.
  expect(counted).toBeGreaterThanOrEqual(300)
  await page
    .getByRole('listitem')
    .filter({ has: page.getByText('建成驿站', { exact: true }) })
    .getByRole('link', { name: '查看明细' })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: '建成驿站' }).waitFor()
  await page.getByText(`记录 ${counted.toLocaleString('zh-CN')} 条`).waitFor()
  const table = page.getByRole('table', { name: '背后的记录' })
  expect(await table.getByRole('row').count()).toBe(51)
  const file = await downloaded(page, () => page.getByRole('link', { name: '导出 CSV' }).click())
  const lines = file.content.toString('utf8').trimEnd().split('\r\n')
  const code = /4104\d\d-\d{4}-./
  expect(lines.filter((line) => code.test(line))).toHaveLength(counted)
  await table.getByRole('link').first().click()
  await page.getByRole('region', { name: '开放时间' }).waitFor()
})

journey('what counts people opens in groups only, and what is not recorded is named', async () => {
  const page = await visit('nobody', 390)
  await page.goto('/report')
  const notYet = page.getByRole('region', { name: '尚无记录' })
  await notYet.getByText('志愿服务').waitFor()
  await page.getByRole('listitem').filter({ hasText: '进站打卡' }).getByRole('link').first().click()
  await page.getByRole('heading', { level: 2, name: '分组' }).waitFor()
  await page.getByText('审计人员写明理由后可以查阅单条记录').waitFor()
  expect(await page.getByRole('table', { name: '背后的记录' }).count()).toBe(0)
  const figure = await call(page, figures.getFigure, { key: page.url().split('/').at(-1)! })
  const values = figure.breakdowns.flatMap(({ rows }) => rows.map(({ value }) => value))
  expect(values.filter((value) => value !== null && value > 0 && value < 10)).toEqual([])
  await expectAccessible(page)
})

journey('an earlier day can be asked for', async () => {
  const page = await visit('nobody', 390)
  await page.goto('/report')
  await page.getByRole('heading', { name: '爱心驿站' }).waitFor()
  const today = await numberOf(page, '建成驿站')
  await page.getByLabel('看哪一天').fill('2025-01-01')
  await page.keyboard.press('Enter')
  await page.getByText('截至 2025年1月1日').first().waitFor()
  expect(await numberOf(page, '建成驿站')).toBeLessThan(today)
  await page.getByRole('link', { name: '回到今天' }).click()
  await expect.poll(() => numberOf(page, '建成驿站')).toBeGreaterThanOrEqual(today)
})

journey('the first pages are read before any script has run, in the language and size chosen', async () => {
  const page = await visit('nobody', 390, { javaScriptEnabled: false })
  await page.goto('/report')
  expect(await numberOf(page, '建成驿站')).toBeGreaterThanOrEqual(300)
  await page.goto('/stations')
  expect(await page.getByRole('list', { name: '驿站' }).getByRole('listitem').count()).toBeGreaterThanOrEqual(
    10,
  )
  const url = addressOfPlatform()
  await page.context().addCookies([
    { name: 'language', value: 'en', url },
    { name: 'text', value: 'large', url },
  ])
  await page.goto('/')
  await page.getByRole('heading', { level: 1, name: 'Zhenyi' }).waitFor()
  expect(await page.locator('html').getAttribute('data-text')).toBe('large')
  expect(await page.locator('script:not([src])').count()).toBe(0)
})

const SCRIPT_KB_MAX = 200

journey('the script of a first page stays within its budget', async () => {
  for (const path of ['/', '/report', '/stations']) {
    const document = await (await fetch(`${addressOfPlatform()}${path}`)).text()
    const files = [...document.matchAll(/\/assets\/[^"]+\.js/g)].map(([file]) => file)
    const sizes = files.map(
      (file) =>
        gzipSync(readFileSync(new URL(`../../dist/web${file}`, import.meta.url)), { level: 9 }).length,
    )
    expect(files.length, path).toBeLessThan(8)
    expect(sizes.reduce((sum, size) => sum + size, 0) / 1024, path).toBeLessThan(SCRIPT_KB_MAX)
  }
})
