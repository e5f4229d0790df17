import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '#tests/world.ts'
import { access } from '../contract.ts'
import { makeBrowser, makePhones, type Browser, type Phones } from './testing/browser.ts'
import { plantCity, testNumber, type TestCity } from './testing/city.ts'

const CITY_PHONE = '12000000001'
const COUNTY_PHONE = '12000000002'
const reason = '工作需要'

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

const cityOfficer = () => city.officer('沈市', CITY_PHONE, [['city-officer', city.root]])
const countyOfficer = () => city.officer('韩县', COUNTY_PHONE, [['county-officer', city.county]])

describe('the first officer', () => {
  const first = { name: '沈市', documentNumber: testNumber(1), phone: CITY_PHONE }

  it('is appointed once', async () => {
    await world.system.call(access.appointFirstOfficer, first)
    const again = { ...first, documentNumber: testNumber(2) }
    await expect(world.system.call(access.appointFirstOfficer, again)).rejects.toMatchObject({
      code: 'roles-exist',
    })
    const me = await (await signedIn(CITY_PHONE)).call(access.me, {})
    expect(me.roles).toMatchObject([{ role: 'city-officer', organisationId: city.root }])
  })

  it('is appointed once, also where two operators do it at once', async () => {
    const both = [1, 2].map((count) => ({ ...first, documentNumber: testNumber(count) }))
    const asked = await Promise.allSettled(
      both.map((one) => world.system.call(access.appointFirstOfficer, one)),
    )
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is appointed by nobody over the web', async () => {
    await expect(makeBrowser(world, phones).call(access.appointFirstOfficer, first)).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('registering a colleague', () => {
  const colleague = { name: '沈市', documentNumber: testNumber(1) }

  it('puts nobody’s own phone to a person who is known already', async () => {
    await cityOfficer()
    await countyOfficer()
    const county = await signedIn(COUNTY_PHONE)
    const taken = { ...colleague, organisationId: city.county, phone: '12000000009' }
    await expect(county.call(access.registerOfficer, taken)).rejects.toMatchObject({
      code: 'known-by-another-phone',
    })
    const me = await (await signedIn('12000000009')).call(access.me, {})
    expect(me).toMatchObject({ person: null, personsToChoose: [], roles: [] })
  })

  it('may be done again with the phone that leads to them', async () => {
    const person = await cityOfficer()
    const again = { ...colleague, organisationId: city.root, phone: CITY_PHONE }
    expect(await world.system.call(access.registerOfficer, again)).toEqual({ person })
  })
})

describe('giving roles', () => {
  it('works at once, within reach, and is told with who gave it', async () => {
    await countyOfficer()
    const colleague = await city.officer('新干部', '12000000003')
    const giver = await signedIn(COUNTY_PHONE)
    const officer = await signedIn('12000000003')
    await giver.call(access.grantRole, {
      person: colleague,
      role: 'county-officer',
      organisationId: city.county,
      reason,
    })
    const me = await officer.call(access.me, {})
    expect(me.permissions.map(({ permission }) => permission)).toContain('access.grant')
    const { rows } = await giver.call(access.listGrants, { role: 'county-officer' })
    expect(rows).toMatchObject([{ personName: '新干部', grantedBy: '韩县', mayEnd: true }, { mayEnd: false }])
  })

  it('is refused to oneself, outside reach, and beyond one’s own permissions', async () => {
    const self = await countyOfficer()
    const colleague = await city.officer('新干部', '12000000003')
    const giver = await signedIn(COUNTY_PHONE)
    const give = (wish: object) =>
      giver.call(access.grantRole, {
        person: colleague,
        role: 'county-officer',
        organisationId: city.county,
        reason,
        ...wish,
      })
    await expect(give({ person: self })).rejects.toMatchObject({ status: 403, code: 'own-role' })
    await expect(give({ organisationId: city.otherCounty })).rejects.toMatchObject({
      status: 403,
      code: 'forbidden',
    })
    await expect(give({ organisationId: city.root })).rejects.toMatchObject({
      status: 403,
      code: 'forbidden',
    })
    await expect(give({ role: 'auditor' })).rejects.toMatchObject({ code: 'beyond-own-permissions' })
    await expect(give({ role: 'city-officer' })).rejects.toMatchObject({ status: expect.any(Number) })
  })

  it('lets a city officer appoint an auditor, whose permissions they need not hold', async () => {
    await cityOfficer()
    const colleague = await city.officer('纪审', '12000000003')
    const giver = await signedIn(CITY_PHONE)
    const wish = { person: colleague, role: 'auditor', organisationId: city.root, reason } as const
    await giver.call(access.grantRole, wish)
    await expect(giver.call(access.grantRole, wish)).rejects.toMatchObject({ code: 'role-held' })
  })

  it('shows a county officer the grants of the county only', async () => {
    await cityOfficer()
    await countyOfficer()
    const { rows } = await (await signedIn(COUNTY_PHONE)).call(access.listGrants, { state: 'all' })
    expect(rows.map(({ organisationId }) => organisationId)).toEqual([city.county])
  })

  it('runs out on its last day', async () => {
    const person = await city.officer('短期', COUNTY_PHONE)
    const wish = { person, role: 'inspector', organisationId: city.county, reason } as const
    await world.system.call(access.grantRole, { ...wish, validTo: '2026-11-25' })
    const browser = await signedIn(COUNTY_PHONE)
    expect((await browser.call(access.me, {})).roles).toHaveLength(1)
    world.setNow(new Date('2026-11-24T16:00:00Z'))
    expect((await browser.call(access.me, {})).roles).toHaveLength(0)
  })
})

describe('ending roles', () => {
  it('takes effect at once and keeps the record', async () => {
    await cityOfficer()
    await countyOfficer()
    const chief = await signedIn(CITY_PHONE)
    const officer = await signedIn(COUNTY_PHONE)
    const { rows } = await chief.call(access.listGrants, { organisationId: city.county })
    await chief.call(access.endGrant, { id: rows[0]!.id, reason })
    await expect(officer.call(access.listGrants, {})).rejects.toMatchObject({ status: 403 })
    await expect(chief.call(access.endGrant, { id: rows[0]!.id, reason })).rejects.toMatchObject({
      code: 'grant-ended',
    })
    const ended = await chief.call(access.listGrants, { state: 'ended' })
    expect(ended.rows).toMatchObject([
      { personName: '韩县', endedBy: '沈市', endReason: reason, mayEnd: false },
    ])
  })

  it('is refused for a role that holds more than the caller does', async () => {
    await countyOfficer()
    await city.officer('审计员', '12000000004', [['auditor', city.county]])
    const county = await signedIn(COUNTY_PHONE)
    const { rows } = await county.call(access.listGrants, { role: 'auditor' })
    expect(rows).toMatchObject([{ mayEnd: false }])
    await expect(county.call(access.endGrant, { id: rows[0]!.id, reason })).rejects.toMatchObject({
      code: 'beyond-own-permissions',
    })
  })

  it('refuses one’s own, and the last city officer’s', async () => {
    await cityOfficer()
    const chief = await signedIn(CITY_PHONE)
    const { rows } = await chief.call(access.listGrants, {})
    await expect(chief.call(access.endGrant, { id: rows[0]!.id, reason })).rejects.toMatchObject({
      code: 'own-role',
    })
    const last = world.system.call(access.endGrant, { id: rows[0]!.id, reason })
    await expect(last).rejects.toMatchObject({ code: 'last-city-officer' })
  })
})
