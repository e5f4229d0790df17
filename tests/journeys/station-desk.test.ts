import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { figures } from '#kernel/figures/contract.ts'
import { stations } from '#programmes/stations/contract.ts'
import { downloaded } from './files.ts'
import { call, expectAccessible, expectComplaint, journey, visit } from './harness.ts'
import { plateAddress } from './plates.ts'

const XINHUA = '410402'

/** The station of Xinhua at this place in the list; each journey takes its own. */
async function stationOf(page: Page, place: number): Promise<{ code: string; name: string }> {
  return (await call(page, stations.listStations, { adcode: XINHUA })).rows[place]!
}

async function chooseInMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function giveReason(page: Page, reason: string, confirm: string): Promise<void> {
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('原因').fill(reason)
  await dialog.getByRole('button', { name: confirm }).click()
  await dialog.waitFor({ state: 'detached' })
}

const cellsOf = (page: Page, column: number) =>
  page
    .getByRole('table', { name: '驿站' })
    .getByRole('row')
    .locator(`td:nth-child(${column})`)
    .allTextContents()

journey('an officer filters, sorts and pages the table, and the address keeps what was asked', async () => {
  const page = await visit('city-officer', 1440)
  await page.goto('/staff/stations')
  await page.getByText('共 3').waitFor()
  await page.getByRole('button', { name: '下一页' }).click()
  await page.getByText('第 51–100 条').waitFor()
  await page.getByRole('button', { name: /县区$/ }).first().click()
  await page.getByRole('option', { name: '宝丰县' }).click()
  await expect.poll(async () => new Set(await cellsOf(page, 4))).toEqual(new Set(['宝丰县']))
  await page.getByRole('columnheader', { name: '30 天打卡' }).getByRole('button').click()
  await expect.poll(() => page.url()).toContain('sort=checkIns30Days')
  const isSorted = async () => {
    const counts = (await cellsOf(page, 8)).map(Number)
    return counts.length > 2 && counts.join() === counts.toSorted((a, b) => a - b).join()
  }
  await expect.poll(isSorted).toBe(true)
  await page.reload()
  await expect.poll(isSorted).toBe(true)
  await expectAccessible(page)
})

journey('hours are typed as people write them; a colleague who was slower loses nothing', async () => {
  const [city, county] = [await visit('city-officer', 1440), await visit('county-officer', 1440)]
  const { code } = await stationOf(city, 5)
  for (const page of [city, county]) await page.goto(`/staff/stations/${code}/edit`)
  await city.getByRole('textbox', { name: '开放时间' }).fill('夏季7:30—19:00 冬季8:00—18:00')
  await city.getByRole('status').getByText('8:00–18:00').first().waitFor()
  await city.getByLabel('为什么修改').fill('入冬调整开放时间')
  await save(city, code)

  await county.getByLabel('电话').fill('0375-7654321')
  await county.getByRole('textbox', { name: '开放时间' }).fill('全天')
  expectComplaint(county, /status of 409/)
  await county.getByRole('button', { name: '保存' }).click()
  await county.getByRole('heading', { name: '别人先保存了一版' }).waitFor()
  await county.getByText('冬季').first().waitFor()
  await expectAccessible(county)
  await county.getByRole('radiogroup', { name: '开放时间' }).getByText('您填写的').click()
  await county.getByRole('button', { name: '按所选保存' }).click()
  await county.waitForURL(`**/staff/stations/${code}`)
  const kept = await call(city, stations.getStaffStation, { code })
  expect(kept.draft.phone).toBe('0375-7654321')
  expect(kept.history.map(({ reason }) => reason)).toContain('入冬调整开放时间')
  await county.getByText('全天').first().waitFor()
})

/** Some readings are only taken after the officer agreed to them. */
async function save(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: '保存' }).click()
  const doubts = page.getByRole('dialog', { name: '请确认后再保存' })
  await Promise.race([page.waitForURL(`**/staff/stations/${code}`), doubts.waitFor().catch(() => undefined)])
  if (!(await doubts.isVisible())) return
  for (const box of await doubts.getByRole('checkbox').all()) await box.press('Space')
  await doubts.getByRole('button', { name: '确认并保存' }).click()
  await page.waitForURL(`**/staff/stations/${code}`)
}

journey('the roster leaves with a purpose that stands in the audit log', async () => {
  const page = await visit('city-officer', 1440)
  await page.goto('/staff/stations')
  await page.getByRole('button', { name: '导出' }).click()
  const dialog = page.getByRole('dialog', { name: '导出驿站名册' })
  await dialog.getByText('逗号分隔').click()
  await dialog.getByLabel('用途').fill('核对县区台账')
  await expectAccessible(page)
  const file = await downloaded(page, () => dialog.getByRole('button', { name: '导出' }).click())
  const text = file.content.toString('utf8')
  expect(text).toContain('核对县区台账')
  expect(text).toContain('演示数据')
  expect(text.match(/4104\d\d-\d{4}-/g)!.length).toBeGreaterThanOrEqual(301)
  await page.goto('/staff/audit')
  await page.getByRole('searchbox', { name: '操作' }).fill('stations.export')
  await page.getByRole('row').filter({ hasText: '核对县区台账' }).first().waitFor()
})

journey('plates are printed; a reissued one ends the one before', async () => {
  const page = await visit('city-officer', 1440)
  const { code, name } = await stationOf(page, 7)
  await page.goto(`/staff/stations?search=${code}`)
  await page.getByRole('checkbox', { name: `选择 ${name}` }).press('Space')
  const sheet = await downloaded(page, () => page.getByRole('button', { name: '打印门牌' }).click())
  expect(sheet.content.subarray(0, 5).toString()).toBe('%PDF-')
  const old = await plateAddress(code)
  await page.goto(`/staff/stations/${code}`)
  await chooseInMenu(page, '换发门牌')
  await giveReason(page, '门牌丢失，换一块', '换发门牌')
  const scanner = await visit('nobody', 390)
  expectComplaint(scanner, /status of 409/)
  await scanner.goto(old)
  await scanner.getByText('这个门牌不能用了').waitFor()
  await scanner.goto(await plateAddress(code))
  await scanner.getByRole('heading', { name }).waitFor()
})

journey('a suspended station leaves the map and stays in the count; a closing goes by a case', async () => {
  const page = await visit('city-officer', 1440)
  const { code, name } = await stationOf(page, 9)
  const auditor = await visit('auditor', 1440)
  // The public's numbers are a minute old at most; the auditor's are not kept.
  const counted = async () => {
    const asked = { key: 'stations.total', search: code, reason: '核对撤销的驿站' }
    return (await call(auditor, figures.auditRecords, asked)).total
  }
  await page.goto(`/staff/stations/${code}`)
  await chooseInMenu(page, '暂停开放')
  await page.getByRole('alertdialog').waitFor()
  await expectAccessible(page)
  await giveReason(page, '改造施工两周', '暂停开放')
  const visitor = await visit('nobody', 390)
  await visitor.goto('/stations')
  await visitor.getByRole('searchbox').fill(name)
  await visitor.getByText('没有符合的驿站').waitFor()
  await visitor.goto(`/stations/${code}`)
  await visitor.getByRole('heading', { name: '暂停开放' }).waitFor()
  await expectAccessible(visitor)
  expect(await counted()).toBe(1)
  // Nobody closes a station with one press: leaving is proposed, checked and decided (`server/leaving`).
  await call(page, stations.proposeLeaving, { code, reason: '房屋到期收回' })
  const { leaving } = await call(page, stations.getLeavingCases, { code })
  expect(leaving).toMatchObject({ state: 'checking', isOpen: true })
  expect(await counted()).toBe(1)
})
