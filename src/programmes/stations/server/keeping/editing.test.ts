import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Failure } from '#platform/failures.ts'
import { stations } from '../../contract.ts'
import {
  draft,
  makeTestCity,
  person,
  phoneOwner,
  weekly,
  type DraftInput,
  type TestCity,
} from '../testing.ts'

let city: TestCity
beforeAll(async () => void (city = await makeTestCity()))
afterAll(() => city.world.close())

const officer = () => city.world.as(city.officer)
const create = (over: Partial<DraftInput>, confirmed: string[] = []) =>
  officer().call(stations.createStation, { organisationId: city.own.id, draft: draft(over), confirmed })
const refusalOf = (call: Promise<unknown>): Promise<Failure> =>
  call.then(
    () => Promise.reject(new Error('it was not refused')),
    (failure: Failure) => failure,
  )
const north = (place: DraftInput['location'], metres: number) => ({
  ...place,
  latitude: place.latitude + metres / 111_195,
})

describe('a new station', () => {
  it('gets the next code of its district, a first plate and its first dated row', async () => {
    const [first, second] = [await create({}), await create({})]
    expect(first.code).toMatch(/^410402-\d{4}-[0-9A-Y]$/)
    expect(Number(second.code.slice(7, 11))).toBe(Number(first.code.slice(7, 11)) + 1)
    const shown = await officer().call(stations.getStaffStation, { code: first.code })
    expect(shown.plateIssuedAt).not.toBeNull()
    expect(shown.history).toMatchObject([
      { version: 1, validFrom: '2026-11-23', madeBy: '王芳', changed: [] },
    ])
  })

  it('gets a code of its own also when ten are made at once', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => create({ adcode: '410403' })))
    expect(new Set(made.map(({ code }) => code)).size).toBe(10)
  })

  it('within 50 m of another is shown, and taken once that one is confirmed', async () => {
    const location = draft().location
    const { code } = await create({ location, name: '先来的驿站' })
    const near = { location: north(location, 40) }
    const refusal = await refusalOf(create(near))
    expect(refusal).toMatchObject({ status: 422, code: 'needs-confirmation' })
    expect(refusal.problems).toMatchObject([{ field: `confirmed.duplicate:${code}` }])
    expect(refusal.problems[0]!.reason.zh).toContain('先来的驿站')
    await expect(create(near, ['duplicate:410402-9999-X'])).rejects.toMatchObject({ status: 422 })
    await create(near, [`duplicate:${code}`])
    await create({ location: north(location, -51) })
  })

  it('near the edge of the city is taken once confirmed, outside it never', async () => {
    const edge = { longitude: 112.21, latitude: 33.8, datum: 'GCJ-02' as const }
    const refusal = await refusalOf(create({ location: edge }))
    expect(refusal.problems.map(({ field }) => field)).toEqual(['confirmed.near-edge'])
    await create({ location: edge }, ['near-edge'])
    const zhengzhou = { longitude: 113.62, latitude: 34.75, datum: 'GCJ-02' as const }
    await expect(create({ location: zhengzhou }, ['near-edge'])).rejects.toMatchObject({
      status: 422,
      code: 'outside-city',
    })
  })

  it('with longitude and latitude swapped is refused, and the fix is named', async () => {
    const refusal = await refusalOf(
      create({ location: { longitude: 33.74, latitude: 113.31, datum: 'WGS-84' } }),
    )
    expect(refusal).toMatchObject({ status: 422, code: 'swapped-coordinates' })
    expect(refusal.problems[0]!.accepted!.en).toContain('longitude 113.31, latitude 33.74')
  })

  it('keeps what was received, and converts it once', async () => {
    const location = { longitude: 113.4, latitude: 33.7, datum: 'WGS-84' as const }
    const { code } = await create({ location })
    const shown = await officer().call(stations.getStaffStation, { code })
    expect(shown.received).toMatchObject(location)
    expect(shown.draft.location).toEqual(location)
    expect(shown.longitude).not.toBe(location.longitude)
    const edited = { ...shown.draft, name: '改了名字' }
    await officer().call(stations.editStation, { code, version: 1, draft: edited })
    const again = await officer().call(stations.getStaffStation, { code })
    expect([again.longitude, again.latitude]).toEqual([shown.longitude, shown.latitude])
  })

  it('in a district that the city does not have is refused', async () => {
    await expect(create({ adcode: '110101' })).rejects.toMatchObject({ code: 'unknown-district' })
  })

  it('with hours that close before they open is refused at the field', async () => {
    const refusal = await refusalOf(create({ hours: weekly('18:00', '08:00') }))
    expect(refusal).toMatchObject({ status: 422, code: 'invalid-input' })
    expect(refusal.problems[0]!.field).toBe('draft.hours.seasons.0.weekly.0.to')
  })
})

describe('two officers at one station', () => {
  it('the second sees who changed what and when, and both versions; nothing is overwritten', async () => {
    const { code } = await create({ name: '原来的名字' })
    const { draft: opened } = await officer().call(stations.getStaffStation, { code })
    const second = city.world.as(person('陈晨', city.own.path, ['stations.edit', 'stations.read']))
    await second.call(stations.editStation, { code, version: 1, draft: { ...opened, name: '陈晨起的名字' } })
    const late = { ...opened, name: '王芳起的名字', address: '新地址' }
    const refusal = await refusalOf(officer().call(stations.editStation, { code, version: 1, draft: late }))
    expect(refusal).toMatchObject({ status: 409, code: 'stale-version' })
    expect(refusal.text.zh).toContain('陈晨')
    expect(refusal.text.zh).toContain('名称')
    expect(refusal.problems).toMatchObject([
      { field: 'name', accepted: { zh: '陈晨起的名字' } },
      { field: 'address', accepted: { zh: '测试路1号' } },
    ])
    const { version } = await officer().call(stations.editStation, { code, version: 2, draft: late })
    expect(version).toBe(3)
  })

  it('saving at the same moment: one is taken, the other told', async () => {
    const { code } = await create({})
    const { draft: opened } = await officer().call(stations.getStaffStation, { code })
    const results = await Promise.allSettled(
      ['甲的', '乙的', '丙的'].map((name) =>
        officer().call(stations.editStation, { code, version: 1, draft: { ...opened, name } }),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'stale-version' })
    }
  })
})

describe('the history of a station', () => {
  it('is dated rows with the whole station, and says what each changed', async () => {
    const { code } = await create({})
    const { draft: opened } = await officer().call(stations.getStaffStation, { code })
    const changed = { ...opened, facilities: ['water'], level: 'county' as const }
    await officer().call(stations.editStation, { code, version: 1, draft: changed, reason: '评定' })
    await officer().call(stations.changeState, { code, version: 2, state: 'suspended', reason: '装修暂停' })
    const { history, state } = await officer().call(stations.getStaffStation, { code })
    expect(state).toBe('suspended')
    expect(history.map((row) => [row.version, row.reason, row.changed])).toEqual([
      [3, '装修暂停', ['state']],
      [2, '评定', ['facilities', 'level']],
      [1, '', []],
    ])
    await expect(
      officer().call(stations.changeState, { code, version: 3, state: 'suspended', reason: '再次暂停' }),
    ).rejects.toMatchObject({ code: 'same-state' })
  })

  it('is append-only for the server', async () => {
    const change = sql`update stations.station_version set reason = 'x'`.execute(city.world.app.database.db)
    await expect(change).rejects.toThrow('permission denied')
  })
})

describe('a keeper', () => {
  it('announces a day that differs, under the name in the register', async () => {
    const { code } = await create({})
    const phone = '13712345678'
    await officer().call(stations.appointKeeper, { code, name: '孙梅', phone })
    const keeper = city.world.as(await phoneOwner(city.world, phone))
    const announce = (date: string, note: string) =>
      keeper.call(stations.announceException, { code, date, spans: [], note })
    await announce('2026-11-25', '停电')
    await announce('2026-11-25', '停电检修')
    const page = await keeper.call(stations.getStation, { code })
    expect(page.exceptions).toEqual([{ date: '2026-11-25', note: '停电检修' }])
    expect(page.mine).toBe(true)
    await expect(announce('2026-11-22', '昨天')).rejects.toMatchObject({ code: 'not-a-coming-day' })
    const { history } = await officer().call(stations.getStaffStation, { code })
    expect(history[0]).toMatchObject({ madeBy: '孙梅', changed: ['hours'] })
  })

  it('has a phone that only whoever keeps the register reads whole', async () => {
    const { code } = await create({})
    await officer().call(stations.appointKeeper, { code, name: '孙梅', phone: '13812341234' })
    const reader = city.world.as(person('刘督', city.own.path, ['stations.read', 'stations.export']))
    const phoneSeenBy = async (client: typeof reader) =>
      (await client.call(stations.getStaffStation, { code })).keepers[0]!.phone
    expect(await phoneSeenBy(reader)).toBe('138****1234')
    expect(await phoneSeenBy(officer())).toBe('13812341234')
  })
})
