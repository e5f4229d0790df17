import sharp from 'sharp'
import { stations } from '#programmes/stations/contract.ts'
import { call, expectAccessible, untilQuiet, visit } from './harness.ts'

/** The demo's keeper signs in by this phone. */
const KEEPER_PHONE = '12000000002'

const NAME = '接龙路环卫爱心驿站'

/** What the standard wants of a station's equipment. */
const FACILITIES = ['饮用水', '桌椅', '空调', '微波炉', '手机充电']

/**
 * From the application on a member's phone to the granted station: the keeper agrees, the county checks, the city
 * decides, each at their width. Answers the new station.
 */
export async function becomeStation(): Promise<{ code: string; name: string }> {
  const id = await apply()
  const keeper = await visit('keeper', 390)
  await keeper.goto(`/stations/applications/${id}`)
  await keeper.getByRole('button', { name: '我同意' }).click()
  await keeper.getByText('县区初审').first().waitFor()
  const county = await visit('county-officer', 1440)
  await county.goto(`/staff/stations/applications/${id}`)
  await county.getByLabel('看到的情况').fill('门面朝街，水电齐全，有人值守')
  await untilQuiet(county)
  await expectAccessible(county)
  await county.getByRole('button', { name: '同意，报市总' }).click()
  await county.getByText('市总审批').first().waitFor()
  const city = await visit('city-officer', 1440)
  await city.goto(`/staff/stations/applications/${id}`)
  await city.getByRole('button', { name: '批准', exact: true }).click()
  await city.getByRole('link', { name: '打开驿站' }).waitFor()
  const { stationCode } = await call(city, stations.getApplication, { id })
  return { code: stationCode!, name: NAME }
}

/** A journey that is tried again applies some way off, so as not to be its own neighbour. */
let applied = 0

async function apply(): Promise<string> {
  const page = await visit('member', 390)
  await page.goto('/stations/apply')
  await page.getByLabel('申请单位全称').fill('新华区环卫所')
  await page.getByLabel('驿站名称').fill(NAME)
  await page.getByRole('button', { name: /县区/ }).first().click()
  await page.getByRole('option', { name: '新华区' }).click()
  await page.getByLabel('地址').first().fill('接龙路8号')
  await page
    .getByLabel(/^坐标/)
    .first()
    .fill(`${(113.275 + 0.003 * (applied += 1)).toFixed(4)}, 33.7611`)
  await page.getByRole('textbox', { name: /开放时间/ }).fill('每天 8:00-18:00')
  for (const one of FACILITIES) await page.getByText(one, { exact: true }).click()
  const picture = { width: 900, height: 600, channels: 3, background: '#557799' } as const
  const buffer = await sharp({ create: picture }).jpeg().toBuffer()
  await page.locator('input[type=file]').setInputFiles({ name: '门口.jpg', mimeType: 'image/jpeg', buffer })
  await page.getByText('门口.jpg').waitFor()
  await page.getByLabel('管理员姓名').fill('程有田')
  await page.getByLabel('管理员手机号').fill(KEEPER_PHONE)
  await page.getByText('我单位同意').click()
  await untilQuiet(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.waitForURL(/applications\/[0-9a-f-]{36}$/)
  return page.url().split('/').at(-1)!
}
