import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { queryAddress } from '#platform/client/call.ts'
import { stations } from '#programmes/stations/contract.ts'
import { call, expectComplaint, journey, visit } from './harness.ts'

/** What a browser says of itself where there is no network. */
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/

async function visitWithServiceWorker(): Promise<Page> {
  const page = await visit('member', 390, { serviceWorkers: 'allow' })
  expectComplaint(page, NO_NETWORK)
  return page
}

/** The service worker came to life during this visit and holds this answer. */
async function untilKept(page: Page, address: string): Promise<void> {
  const isKept = () => page.evaluate(async (asked) => (await caches.match(asked)) !== undefined, address)
  await expect.poll(isKept, { timeout: 15_000 }).toBe(true)
}

async function reportLockedDoor(page: Page): Promise<void> {
  await page.getByRole('button', { name: '反映问题' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '门锁着' }).click()
}

journey('what was visited opens without a network; a report waits and goes out once', async () => {
  const page = await visitWithServiceWorker()
  await page.goto('/stations')
  await untilKept(page, '/api/stations/map-stations')
  const link = page.getByRole('list', { name: '驿站' }).getByRole('link').first()
  const name = (await link.textContent())!
  await link.click()
  await page.getByRole('region', { name: '开放时间' }).waitFor()
  const before = (await call(page, stations.myVisits, {})).reports.length

  await page.context().setOffline(true)
  await page.reload()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByText('没有网络。显示的是上次打开时的内容。').waitFor()
  await page.goto('/stations')
  await page.getByRole('list', { name: '驿站' }).getByRole('link').first().click()
  await page.getByRole('region', { name: '开放时间' }).waitFor()
  await reportLockedDoor(page)
  await page.getByText('没有发出去，连上网络会自动再发').waitFor()

  const sent: string[] = []
  page.on('requestfinished', (request) => {
    if (request.url().endsWith('/report-station')) sent.push(request.url())
  })
  await page.context().setOffline(false)
  await page.getByText('门锁着：已送达').waitFor()
  await page.goto('/stations/mine')
  await page.getByRole('article', { name: '门锁着' }).first().waitFor()
  expect(sent).toHaveLength(1)
  expect((await call(page, stations.myVisits, {})).reports).toHaveLength(before + 1)
})

journey('signing out says first what is still unsent', async () => {
  const page = await visitWithServiceWorker()
  await page.goto('/stations')
  await untilKept(page, '/api/stations/map-stations')
  await page.getByRole('list', { name: '驿站' }).getByRole('link').nth(1).click()
  await page.getByRole('region', { name: '开放时间' }).waitFor()
  const visited = queryAddress(stations.getStation, { code: page.url().split('/').at(-1)! })
  await untilKept(page, visited)
  await page.context().setOffline(true)
  await reportLockedDoor(page)
  await page.getByText('没有发出去，连上网络会自动再发').waitFor()
  // Held back from the server, so that the report is still here once the page itself can be opened again.
  await page.route('**/api/stations/report-station', (route) => route.abort('internetdisconnected'))
  await page.context().setOffline(false)
  await page.goto('/me')
  await page.getByRole('button', { name: '退出登录' }).click()
  const question = page.getByRole('alertdialog')
  await question.getByText('未发送的驿站反映 1').waitFor()
  await question.getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL('**/')
  expect(await page.evaluate(async (asked) => await caches.match(asked), visited)).toBeUndefined()
  await page.goto('/stations/mine')
  await page.getByText('还没有记录').waitFor()
  await page.context().setOffline(true)
  await page.goto('/')
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
})
