import { afterEach, expect, it } from 'vitest'
import { newId } from '#platform/ids.ts'
import { makeWorld, testConfig, type World } from '#tests/world.ts'
import { access } from '../contract.ts'
import { demo } from './demo.ts'
import { makeBrowser, makePhones } from './testing/browser.ts'
import { plantCity } from './testing/city.ts'

let world: World
afterEach(() => world.close())

async function filledWorld(options: Parameters<typeof makeWorld>[0] = {}) {
  world = await makeWorld({ kind: 'demo', ...options })
  const city = await plantCity(world)
  const shared = new Map<string, unknown>([
    ['city', { adcode: '410400' }],
    [
      'organisations',
      new Map([
        ['410400', city.root],
        ['410402', city.county],
      ]),
    ],
    ['unions', [{ id: city.union, adcode: '410402', newForm: true }]],
  ])
  const { config } = world.app
  await demo({ db: world.owner.db, config, today: world.app.clock(), seed: 1, shared, progress: () => {} })
  return { city, shared }
}

it('lets a visitor become each of seven people, with the roles that go with them', async () => {
  const { city, shared } = await filledWorld()
  expect([...(shared.get('personas') as Map<string, unknown>).keys()]).toHaveLength(7)
  const browser = makeBrowser(world, makePhones())
  const { rows } = await browser.call(access.demoPersonas, {})
  const roles = new Map<string, string[]>()
  for (const { id, name } of rows) {
    expect(await browser.call(access.becomePersona, { id })).toEqual({ name })
    const me = await browser.call(access.me, {})
    expect(me).toMatchObject({ signedIn: true, name, demo: true })
    roles.set(
      id,
      me.roles.map((held) => `${held.role}@${held.organisationId}`),
    )
  }
  expect(Object.fromEntries(roles)).toEqual({
    member: [],
    keeper: [],
    inspector: [`inspector@${city.root}`],
    'county-officer': [`county-officer@${city.county}`],
    'union-officer': [`grassroots-officer@${city.union}`],
    'city-officer': [`city-officer@${city.root}`],
    auditor: [`auditor@${city.root}`],
  })
})

it('leaves one session open after changing over', async () => {
  await filledWorld()
  const browser = makeBrowser(world, makePhones())
  await browser.call(access.becomePersona, { id: 'member' })
  const first = browser.token()
  await browser.call(access.becomePersona, { id: 'auditor' })
  browser.take(first)
  expect(await browser.call(access.me, {})).toMatchObject({ signedIn: false })
})

it('is closed in production, whatever the database says', async () => {
  await filledWorld({ config: { ...testConfig(), production: true } })
  const browser = makeBrowser(world, makePhones())
  expect(await browser.call(access.demoPersonas, {})).toEqual({ rows: [], total: 0 })
  await expect(browser.call(access.becomePersona, { id: 'city-officer' })).rejects.toMatchObject({
    status: 403,
  })
})

it('is closed on a real database, which also refuses the demo range of phones', async () => {
  world = await makeWorld({ kind: 'real' })
  const browser = makeBrowser(world, makePhones())
  await expect(browser.call(access.becomePersona, { id: newId() })).rejects.toMatchObject({ status: 403 })
  await expect(browser.call(access.requestCode, { phone: '12000000001' })).rejects.toMatchObject({
    code: 'demo-phone',
  })
})
