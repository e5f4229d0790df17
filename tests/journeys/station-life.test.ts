import pg from 'pg'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { stations } from '#programmes/stations/contract.ts'
import { locate } from '#programmes/stations/rules/coordinates.ts'
import { scene } from '#programmes/stations/server/certificates/testing.ts'
import { becomeStation } from './becoming.ts'
import { call, expectAccessible, expectComplaint, journey, visit } from './harness.ts'
import { thePlace } from './place.ts'

/** What a browser says of itself where there is no network. */
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/

type Place = { readonly longitude: number; readonly latitude: number }

/** Somebody who stands at the station, with a phone that says so. */
const standingAt = (place: Place) => ({
  geolocation: { ...place, accuracy: 20 },
  permissions: ['geolocation'],
})

let pictures = 900

/** The camera's answer to a press of a button that opens it. */
async function photograph(page: Page, where: Page | Locator, button: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await where.getByRole('button', { name: button }).first().click()
  const buffer = await scene((pictures += 1))
  await (await chooser).setFiles({ name: 'camera.jpg', mimeType: 'image/jpeg', buffer })
}

async function asOwner(text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client(thePlace().owner)
  await client.connect()
  await client.query(text, values)
  await client.end()
}

/** The route that the desk planned for the inspector, found on the inspector's phone. */
async function openTodaysRoute(page: Page, name: string): Promise<void> {
  await page.goto('/inspect')
  const rounds = await call(page, stations.listRounds, { mine: true })
  for (const { id } of rounds.rows) {
    const round = await call(page, stations.getRound, { id })
    if (round.stops.some((stop) => stop.name === name)) return void (await page.goto(`/inspect/${id}`))
  }
  throw new Error(`no route has ${name}`)
}

/** The service worker holds what every address is drawn from. */
async function untilShellKept(page: Page): Promise<void> {
  const isKept = () => page.evaluate(async () => (await caches.match('/index.html')) !== undefined)
  await expect.poll(isKept, { timeout: 15_000 }).toBe(true)
}

const LAPSED = /超过365天/

journey(
  'one station becomes, is inspected without a network, is certified, lapses by time alone and recovers',
  async () => {
    const { code, name } = await becomeStation()
    const desk = await visit('city-officer', 1440)
    const place = whereItIs(await call(desk, stations.getStation, { code }))
    const keeper = await visit('keeper', 390, standingAt(place))
    await keeper.goto('/keeper')
    const kept = keeper.getByRole('region', { name, exact: true })
    await kept.getByText('证书：不齐全').waitFor()

    await planRoute(desk, { code, name })
    await inspectWithoutNetwork(place, name)
    await keeper.goto('/keeper')
    await kept.getByText('检查发现的问题：有统一标识').waitFor()
    await expectAccessible(keeper)
    await photograph(keeper, kept, '拍标识')
    await keeper.getByText('已收到。证书：齐全').waitFor({ timeout: 30_000 })
    expect(await stateOf(keeper, code)).toBe('complete')
    await keeper.goto(`/stations/${code}`)
    await keeper.getByText('齐全', { exact: true }).waitFor()

    await letTimePass(code, ['sign', 'sign-shown'], 400)
    await keeper.goto(`/stations/${code}`)
    await keeper.getByText(LAPSED).first().waitFor()
    await expectAccessible(keeper)
    const county = await visit('county-officer', 1440)
    await county.goto(`/staff/stations/${code}`)
    await county.getByText(LAPSED).first().waitFor()
    await expectAccessible(county)

    await keeper.goto('/keeper')
    await photograph(keeper, kept, '拍标识')
    await keeper.getByText('已收到。证书：齐全').waitFor({ timeout: 30_000 })
    await desk.goto(`/staff/stations/${code}`)
    await desk.getByRole('button', { name: '证书经过' }).click()
    await desk.getByText('不符合：有统一标识').first().waitFor()
    expect(await stateOf(desk, code)).toBe('complete')
    await expectAccessible(desk)
  },
)

const stateOf = async (page: Page, code: string) => (await call(page, stations.certificate, { code })).state

/** The city's officer puts the station on a day's route and sends the inspector of the demo. */
async function planRoute(desk: Page, { code, name }: { code: string; name: string }): Promise<void> {
  await desk.goto('/staff/stations/inspections/plan')
  const route = desk.getByRole('list', { name: '路线' })
  await route.getByRole('button', { name: /^去掉/ }).first().waitFor()
  await desk.getByLabel('添加驿站（编号）').fill(code)
  await desk.getByRole('button', { name: '添加', exact: true }).click()
  await route.getByText(name).waitFor()
  await expectAccessible(desk)
  await desk.getByRole('button', { name: /谁去/ }).click()
  await desk.getByRole('option', { name: /苗清和/ }).click()
  await desk.getByRole('button', { name: '安排', exact: true }).click()
  await desk.getByRole('heading', { level: 1, name: '驿站检查' }).waitFor()
}

/** All is well but the sign. The tab is killed half way, and the result leaves the phone once there is a network. */
async function inspectWithoutNetwork(place: Place, name: string): Promise<void> {
  const page = await visit('inspector', 390, { serviceWorkers: 'allow', ...standingAt(place) })
  expectComplaint(page, NO_NETWORK)
  await openTodaysRoute(page, name)
  await untilShellKept(page)
  const stop = page.getByRole('listitem').filter({ hasText: name })
  await stop.getByRole('link', { name: '开始检查' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  const address = page.url()
  await page.context().setOffline(true)
  for (const question of await page.getByRole('group').all())
    await question.getByText('是', { exact: true }).click()
  const sign = page.getByRole('group', { name: '门口有统一标识，看得清' })
  await sign.getByText('否', { exact: true }).click()
  await photograph(page, page, '拍标识')
  await page.getByRole('img', { name: '标识照片' }).waitFor()
  await page.goto('about:blank')
  await page.goto(address)
  await page.getByRole('img', { name: '标识照片' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: '完成检查' }).click()
  await stop.getByText('等待发送').waitFor()
  await page.context().setOffline(false)
  await stop.getByText('发现问题').first().waitFor({ timeout: 30_000 })
}

const letTimePass = (code: string, what: string[], days: number) =>
  asOwner(
    `update stations.evidence set at = at - make_interval(days => $3)
     where what = any($2) and station_id = (select id from stations.station where code = $1)`,
    [code, what, days],
  )

/** As a phone there says it, in WGS-84: one step of correction is right to some metres. */
function whereItIs(station: Place): Place {
  const moved = locate(station, 'WGS-84', '')
  return {
    longitude: 2 * station.longitude - moved.longitude,
    latitude: 2 * station.latitude - moved.latitude,
  }
}
