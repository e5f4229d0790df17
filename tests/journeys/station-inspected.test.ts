import pg from 'pg'
import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { stations } from '#programmes/stations/contract.ts'
import { locate } from '#programmes/stations/rules/coordinates.ts'
import { scene } from '#programmes/stations/server/certificates/testing.ts'
import { call, expectAccessible, expectComplaint, journey, visit } from './harness.ts'

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
async function photograph(page: Page, button: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).first().click()
  const buffer = await scene((pictures += 1))
  await (await chooser).setFiles({ name: 'camera.jpg', mimeType: 'image/jpeg', buffer })
}

async function asOwner(text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client(inject('place')!.owner)
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

journey(
  'the desk plans, an inspector without a network finds, the keeper mends, and time lets it lapse',
  async () => {
    const desk = await visit('city-officer', 1440)
    const keeperAtHome = await visit('keeper', 390)
    const { code, name } = (await call(keeperAtHome, stations.keeperDuties, {})).rows[0]!
    const station = await call(desk, stations.getStation, { code })
    const place = whereItIs(station)

    await desk.goto('/staff/stations/inspections/plan')
    await desk.getByRole('list', { name: '路线' }).getByRole('button', { name: /^去掉/ }).first().waitFor()
    await desk.getByLabel('添加驿站（编号）').fill(code)
    await desk.getByRole('button', { name: '添加', exact: true }).click()
    await desk.getByRole('list', { name: '路线' }).getByText(name).waitFor()
    await expectAccessible(desk)
    await desk.getByRole('button', { name: /谁去/ }).click()
    await desk.getByRole('option', { name: /苗清和/ }).click()
    await desk.getByRole('button', { name: '安排', exact: true }).click()
    await desk.getByRole('heading', { level: 1, name: '驿站检查' }).waitFor()

    const inspector = await visit('inspector', 390, { serviceWorkers: 'allow', ...standingAt(place) })
    expectComplaint(inspector, NO_NETWORK)
    await openTodaysRoute(inspector, name)
    await untilShellKept(inspector)
    const card = inspector.getByRole('listitem').filter({ hasText: name })
    await card.getByRole('link', { name: '开始检查' }).click()
    await inspector.getByRole('heading', { level: 1, name }).waitFor()
    const address = inspector.url()
    await inspector.context().setOffline(true)
    for (const question of await inspector.getByRole('group').all())
      await question.getByText('是', { exact: true }).click()
    await inspector
      .getByRole('group', { name: '门口有统一标识，看得清' })
      .getByText('否', { exact: true })
      .click()
    await photograph(inspector, '拍标识')
    await inspector.getByRole('img', { name: '标识照片' }).waitFor()
    // The phone kills the tab; what was said is still there.
    await inspector.goto('about:blank')
    await inspector.goto(address)
    await inspector.getByRole('img', { name: '标识照片' }).waitFor()
    await expectAccessible(inspector)
    await inspector.getByRole('button', { name: '完成检查' }).click()
    await card.getByText('等待发送').waitFor()
    await inspector.context().setOffline(false)
    await card.getByText('发现问题').first().waitFor({ timeout: 30_000 })
    const results = await call(desk, stations.listInspections, { code })
    expect(results.rows.filter(({ failing }) => failing.some(({ zh }) => zh === '有统一标识'))).toHaveLength(
      1,
    )

    const keeper = await visit('keeper', 390, standingAt(place))
    await keeper.goto('/keeper')
    await keeper.getByText('检查发现的问题：有统一标识').waitFor()
    await photograph(keeper, '拍标识')
    await keeper.getByText(/已收到。证书：/).waitFor({ timeout: 30_000 })
    expect(await failingOf(keeper, code)).not.toContain('sign')

    await asOwner(
      `update stations.evidence set at = at - interval '400 days'
      where what in ('sign', 'sign-shown') and station_id = (select id from stations.station where code = $1)`,
      [code],
    )
    await keeper.goto(`/stations/${code}`)
    await keeper
      .getByText(/超过365天/)
      .first()
      .waitFor()
    await expectAccessible(keeper)
    await keeper.goto('/keeper')
    await photograph(keeper, '拍标识')
    await keeper.getByText(/已收到。证书：/).waitFor({ timeout: 30_000 })
    expect(await failingOf(keeper, code)).not.toContain('sign')
    await desk.goto(`/staff/stations/${code}`)
    await desk.getByRole('button', { name: '证书经过' }).click()
    await desk.getByText('不符合：有统一标识').first().waitFor()
  },
)

const failingOf = async (page: Page, code: string): Promise<string[]> =>
  (await call(page, stations.certificate, { code })).criteria
    .filter(({ holds }) => !holds)
    .map(({ id }) => id)

/** As a phone there says it, in WGS-84: one step of correction is right to some metres. */
function whereItIs(station: Place): Place {
  const moved = locate(station, 'WGS-84', '')
  return {
    longitude: 2 * station.longitude - moved.longitude,
    latitude: 2 * station.latitude - moved.latitude,
  }
}
