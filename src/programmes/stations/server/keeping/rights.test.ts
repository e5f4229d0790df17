import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '#tests/world.ts'
import { newId } from '#platform/ids.ts'
import { stations } from '../../contract.ts'
import { draft, makeTestCity, person, type TestCity } from '../testing.ts'

let city: TestCity
beforeAll(async () => void (city = await makeTestCity()))
afterAll(() => city.world.close())

type Call = (client: Client, code: string) => Promise<unknown>

const phone = '13812341234'
const reason = '按规定办理'

/** What an officer may do to a station, each with the permission that it takes. */
const commands: Record<string, { permission: string; call: Call }> = {
  createStation: {
    permission: 'stations.edit',
    call: (client) => client.call(stations.createStation, { organisationId: city.own.id, draft: draft() }),
  },
  editStation: {
    permission: 'stations.edit',
    call: (client, code) => client.call(stations.editStation, { code, version: 1, draft: draft() }),
  },
  changeState: {
    permission: 'stations.edit',
    call: (client, code) =>
      client.call(stations.changeState, { code, version: 1, state: 'suspended', reason }),
  },
  appointKeeper: {
    permission: 'stations.edit',
    call: (client, code) => client.call(stations.appointKeeper, { code, name: '孙梅', phone }),
  },
  announceException: {
    permission: 'stations.edit',
    call: (client, code) => client.call(stations.announceException, { code, date: '2026-12-01', spans: [] }),
  },
  reissuePlate: {
    permission: 'stations.plates',
    call: (client, code) => client.call(stations.reissuePlate, { code, reason }),
  },
  getStaffStation: {
    permission: 'stations.read',
    call: (client, code) => client.call(stations.getStaffStation, { code }),
  },
}

describe.each(Object.entries(commands))('%s', (_name, { permission, call }) => {
  const holder = (unit: string) => city.world.as(person('刘洋', unit, [permission]))

  it('is for holders in the own county and above', async () => {
    await call(holder(city.own.path), await city.createStation())
    await call(holder(city.root.path), await city.createStation())
  })

  it('is refused in another county, to members and to nobody', async () => {
    const code = await city.createStation()
    await expect(call(holder(city.other.path), code)).rejects.toMatchObject({ status: 403 })
    await expect(call(city.world.as(city.member), code)).rejects.toMatchObject({ status: 403 })
    await expect(call(city.world.nobody, code)).rejects.toMatchObject({ status: 401 })
  })

  it('is refused to whoever holds every other permission of the programme', async () => {
    const others = city.officer.grants.map((grant) => grant.permission).filter((it) => it !== permission)
    const client = city.world.as(person('何静', city.own.path, others))
    await expect(call(client, await city.createStation())).rejects.toMatchObject({ status: 403 })
  })
})

describe('the list of stations', () => {
  it('holds what lies within reach, filtered and sorted, with its counts', async () => {
    const code = await city.createStation({ name: '独一无二的驿站', facilities: ['defibrillator'] })
    await city.createStation()
    const visit = { code, visitorKey: crypto.randomUUID() }
    await city.world.nobody.call(stations.checkIn, visit)
    await city.world.nobody.call(stations.reportStation, {
      ...visit,
      kind: 'broken',
      facility: 'defibrillator',
    })
    const list = (input: object) => city.world.as(city.officer).call(stations.listStations, input)
    const expected = { code, openReports: 1, checkIns30Days: 1, organisationName: '新华区总工会' }
    expect((await list({ search: '独一无二' })).rows).toMatchObject([expected])
    expect((await list({ search: '100%' })).total).toBe(0)
    expect((await list({ facility: 'defibrillator' })).rows).toMatchObject([expected])
    expect((await list({ withOpenReports: true })).rows).toMatchObject([expected])
    expect((await list({ sort: 'openReports', descending: true, pageSize: 1 })).rows).toMatchObject([
      expected,
    ])
    expect((await list({ sort: 'checkIns30Days', descending: true })).rows[0]).toMatchObject(expected)
    const all = await list({ pageSize: 1 })
    expect(all.total).toBeGreaterThan(all.rows.length)
    expect(await list({ page: 1_000 })).toEqual({ rows: [], total: all.total })
    expect(await list({ adcode: '410499' })).toEqual({ rows: [], total: 0 })
    expect((await city.world.as(city.stranger).call(stations.listStations, {})).total).toBe(0)
  })
})

describe('what a person meets elsewhere', () => {
  it('an unknown station answers 404 to everybody', async () => {
    const code = newId().slice(0, 20)
    for (const client of [city.world.nobody, city.world.as(city.officer)]) {
      await expect(client.call(stations.getStation, { code })).rejects.toMatchObject({ status: 404 })
    }
    await expect(city.world.as(city.officer).call(stations.getStaffStation, { code })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('a public page says nothing of the keeper, the organisation’s ids or the plate', async () => {
    const code = await city.createStation()
    await city.world.as(city.officer).call(stations.appointKeeper, { code, name: '孙小梅', phone })
    const page = JSON.stringify(await city.world.nobody.call(stations.getStation, { code }))
    for (const secret of ['孙小梅', phone, city.own.id]) expect(page).not.toContain(secret)
  })
})
