import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeWorld, type World } from '#tests/world.ts'
import { people } from '#kernel/people/contract.ts'
import type { Actor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { access } from '../contract.ts'
import { identifyNamed } from './identify-named.ts'
import { makeBrowser, makePhones, type Browser, type Phones } from './testing/browser.ts'
import { plantCity, testNumber, type TestCity } from './testing/city.ts'

const [CITY, COUNTY, OTHER] = ['12000000001', '12000000002', '12000000003']
const reason = '同一人两次登记'

let world: World
let phones: Phones
let city: TestCity

beforeEach(async () => {
  world = await makeWorld()
  phones = makePhones()
  city = await plantCity(world)
})
afterEach(() => world.close())

async function signedIn(phone: string): Promise<Browser> {
  const browser = makeBrowser(world, phones)
  await browser.signIn(phone)
  return browser
}

it('a corrected number keeps roles and sessions; leaving then ends all of them', async () => {
  await city.officer('沈市', CITY, [['city-officer', city.root]])
  const old = await city.officer('韩县', COUNTY, [['county-officer', city.county]])
  const successor = await city.officer('邵县', OTHER, [['county-officer', city.county]])
  const browser = await signedIn(COUNTY)
  const { version } = await world.system.call(people.getPerson, old)
  const now = await world.system.call(people.correctPerson, {
    ...old,
    version,
    documentNumber: testNumber(90),
    reason: '身份证号码登记有误',
  })
  expect(now.id).not.toBe(old.id)
  const me = await browser.call(access.me, {})
  expect(me).toMatchObject({
    person: { bk: now.bk, id: now.id },
    name: '韩县',
    roles: [{ role: 'county-officer', organisationId: city.county }],
  })
  const again = { person: now, role: 'county-officer', organisationId: city.county, reason } as const
  await expect(world.system.call(access.grantRole, again)).rejects.toMatchObject({ code: 'role-held' })
  const boss = await signedIn(CITY)
  const left = await boss.call(access.offboardOfficer, {
    personId: now.id,
    successorId: successor.id,
    reason: '调离岗位',
  })
  expect(left).toMatchObject({ grantsEnded: 1, sessionsEnded: 1 })
  expect((await browser.call(access.me, {})).signedIn).toBe(false)
})

it('a merge gives the roles of both; only whoever could give them may merge, and nobody their own rows', async () => {
  await city.officer('沈市', CITY, [['city-officer', city.root]])
  const county = await city.officer('韩县', COUNTY, [['county-officer', city.county]])
  const other = await city.officer('韩县', OTHER, [['auditor', city.root]])
  const wish = { from: county, into: other, reason }
  const boss = await signedIn(CITY)
  const own = (await boss.call(access.me, {})).person!
  await expect(boss.call(people.mergePeople, { ...wish, into: own })).rejects.toMatchObject({
    code: 'own-rows',
  })
  const browser = await signedIn(COUNTY)
  await boss.call(people.mergePeople, wish)
  const { person, roles } = await browser.call(access.me, {})
  expect(person).toEqual(other)
  expect(roles.map(({ role }) => role).sort()).toEqual(['auditor', 'county-officer'])
  const grants = await boss.call(access.listGrants, {})
  expect(grants.rows.find(({ role }) => role === 'county-officer')?.person).toEqual(county)
})

it('nobody merges rows whose roles they could not give', async () => {
  const [first, second] = [await city.officer('吴同', COUNTY), await city.officer('吴同', OTHER)]
  await world.system.call(access.grantRole, {
    person: second,
    role: 'auditor',
    organisationId: city.root,
    reason,
  })
  const clerk: Actor = {
    kind: 'account',
    accountId: newId(),
    sessionId: null,
    person: null,
    name: '文员',
    roles: [],
    grants: ['people.read', 'people.merge'].map((permission) => ({ permission, unit: 'root' })),
  }
  await world.owner.pool.query('update people.person set home_organisation_id = $1', [city.union])
  const wish = { from: first, into: second, reason }
  await expect(world.as(clerk).call(people.mergePeople, wish)).rejects.toMatchObject({
    code: 'beyond-own-permissions',
  })
  await expect(
    world.as(clerk).call(people.mergePeople, { ...wish, into: { bk: 1, id: newId() } }),
  ).rejects.toMatchObject({ status: 404 })
})

it('at the command line a phone and a person’s id name the same officer, with their roles', async () => {
  const old = await city.officer('韩县', COUNTY, [['county-officer', city.county]])
  const named = (name: string) =>
    identifyNamed(
      world.app.modules,
      { db: world.app.database.db, config: world.app.config, now: world.app.clock() },
      name,
    )
  const byPhone = await named(COUNTY)
  expect(byPhone).toMatchObject({ person: old, name: '韩县', roles: ['county-officer'] })
  expect(await named(old.id)).toEqual(byPhone)
  await expect(named('13900000000')).rejects.toMatchObject({ status: 404 })
})
