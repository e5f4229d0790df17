import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stations } from '../../contract.ts'
import { distanceMetres, locate } from '../../rules/coordinates.ts'
import { eventually, makeTestCity, MONDAY_TEN, weekly, type TestCity } from '../testing.ts'

let city: TestCity
beforeAll(async () => void (city = await makeTestCity()))
afterAll(() => city.world.close())

/** The same numbers every run (mulberry32). */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Planted = { code: string; longitude: number; latitude: number; open: boolean; facilities: string[] }

async function plant(count: number): Promise<Planted[]> {
  const random = randomFrom(20_261_123)
  const planted = Array.from({ length: count }, (_, index): Planted => {
    const open = random() < 0.5
    const facilities = ['water', 'microwave', 'charging'].filter(() => random() < 0.4)
    const [longitude, latitude] = [112.3 + random() * 1.4, 33.2 + random()]
    return { code: `R-${index}`, longitude, latitude, open, facilities }
  })
  const rows = planted.map(({ open, ...place }) => ({
    ...place,
    hours: open ? weekly('08:00', '18:00') : weekly('20:00', '22:00'),
  }))
  await sql`insert into stations.station (id, code, organisation_id, name, adcode, address, longitude, latitude,
      received_longitude, received_latitude, received_datum, hours, facilities)
    select gen_random_uuid(), r.code, ${city.own.id}, '随机站', '410402', '路', r.longitude, r.latitude, r.longitude,
      r.latitude, 'GCJ-02', r.hours, r.facilities
    from json_populate_recordset(null::stations.station, ${JSON.stringify(rows)}::json) r`.execute(
    city.world.owner.db,
  )
  return planted
}

describe('nearest', () => {
  it('finds exactly the nearest of 2,000, under every filter', async () => {
    const planted = await plant(2_000)
    const random = randomFrom(7)
    for (let round = 0; round < 60; round++) {
      const place = { longitude: 112.2 + random() * 1.6, latitude: 33.1 + random() * 1.2 }
      const facilities = ['water', 'microwave', 'charging'].filter(() => random() < 0.3)
      const openOnly = round % 2 === 0
      const { rows } = await city.world.nobody.call(stations.nearest, {
        ...place,
        datum: 'GCJ-02',
        openOnly,
        facilities,
        limit: 20,
      })
      const expected = planted
        .filter((it) => !openOnly || it.open)
        .filter((it) => facilities.every((facility) => it.facilities.includes(facility)))
        .map((it) => ({ code: it.code, metres: distanceMetres(place, it) }))
        .sort((a, b) => a.metres - b.metres)
        .slice(0, 20)
      expect(rows.map(({ code }) => code)).toEqual(expected.map(({ code }) => code))
      expect(rows.map((row) => row.distanceMetres)).toEqual(expected.map(({ metres }) => Math.round(metres)))
    }
  })

  it('takes a phone’s WGS-84 position and converts it once', async () => {
    const phone = { longitude: 113.29, latitude: 33.75 }
    const { longitude, latitude } = locate(phone, 'WGS-84', '')
    const ask = (input: object) => city.world.nobody.call(stations.nearest, { ...phone, ...input, limit: 5 })
    const converted = await ask({ longitude, latitude, datum: 'GCJ-02' })
    expect((await ask({})).rows).toEqual(converted.rows)
    expect((await ask({ datum: 'GCJ-02' })).rows).not.toEqual(converted.rows)
  })

  it('puts a station that says it is open and was found locked behind the others', async () => {
    const here = { longitude: 113.6, latitude: 33.4, datum: 'GCJ-02' as const }
    const code = await city.createStation({ location: here })
    const ask = () => city.world.nobody.call(stations.nearest, { ...here, limit: 3 })
    const before = await eventually(ask, ({ rows }) => rows[0]?.code === code)
    expect(before.rows[0]!).toMatchObject({ open: 'open', confidence: 'declared-only' })
    for (let reporter = 0; reporter < 3; reporter++) {
      await city.world.nobody.call(stations.reportStation, {
        code,
        kind: 'locked',
        visitorKey: crypto.randomUUID(),
        position: here,
      })
    }
    const after = await eventually(ask, ({ rows }) => rows.at(-1)?.code === code)
    expect(after.rows.at(-1)!).toMatchObject({ open: 'probably-locked', declaredOpen: true })
    // Two of them are enough to put it last; the third is heard a moment later.
    const page = await eventually(
      () => city.world.nobody.call(stations.getStation, { code }),
      ({ openNow }) => openNow.evidence.length === 3,
    )
    expect(page.openNow.evidence.map(({ kind }) => kind)).toEqual(Array(3).fill('reported-locked'))
  })

  it('follows the clock: a door closes at six', async () => {
    const here = { longitude: 113.58, latitude: 33.36, datum: 'GCJ-02' as const }
    const code = await city.createStation({ location: here })
    const ask = () => city.world.nobody.call(stations.nearest, { ...here, limit: 1 })
    await eventually(ask, ({ rows }) => rows[0]?.code === code)
    city.world.setNow(new Date('2026-11-23T09:59:00Z'))
    expect((await ask()).rows[0]).toMatchObject({ code, changesAt: '2026-11-23T10:00:00.000Z' })
    city.world.setNow(new Date('2026-11-23T10:00:00Z'))
    expect((await ask()).rows[0]?.code).not.toBe(code)
    city.world.setNow(MONDAY_TEN)
  })

  it('shows a station open when its visitors are there outside its hours', async () => {
    const here = { longitude: 113.56, latitude: 33.32, datum: 'GCJ-02' as const }
    const code = await city.createStation({ location: here })
    const ask = () => city.world.nobody.call(stations.nearest, { ...here, limit: 1, openOnly: true })
    city.world.setNow(new Date('2026-11-23T10:30:00Z'))
    expect((await ask()).rows[0]?.code).not.toBe(code)
    for (let visitor = 0; visitor < 6; visitor++) {
      await city.world.nobody.call(stations.checkIn, {
        code,
        visitorKey: crypto.randomUUID(),
        position: here,
      })
    }
    const { rows } = await eventually(ask, (answer) => answer.rows[0]?.code === code)
    expect(rows[0]!).toMatchObject({ open: 'open', declaredOpen: false })
    city.world.setNow(MONDAY_TEN)
  })
})
