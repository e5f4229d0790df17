import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { figures } from '#kernel/figures/contract.ts'
import { stations } from '../contract.ts'
import type { World } from '#tests/world.ts'
import { makeTestCity, type TestCity } from './testing.ts'

let city: TestCity
let world: World
let first: string

beforeAll(async () => {
  city = await makeTestCity()
  world = city.world
  first = await city.createStation({ level: 'national-best', openedOn: '2024-04-01' })
  const second = await city.createStation({ openedOn: '2025-06-01' })
  await city.createStation({ openedOn: '2025-09-01' })
  // The rows were made today; the test's story began earlier.
  await sql`update stations.station_version set valid_from = (snapshot ->> 'opened_on')::date`.execute(
    world.owner.db,
  )
  await visit(first, 30)
  await visit(second, 4)
  await report(first, 90, 1)
  await report(first, 30, 30)
  await city.closeStation(second)
})
afterAll(() => world.close())

/** So many people on as many days before the test's day, one visit each. */
async function visit(code: string, people: number): Promise<void> {
  await sql`insert into stations.check_in (bk, id, visitor, station_id, at, half_hour, proof)
    select n % 64, gen_random_uuid(), decode(md5(n::text), 'hex'), station.id, '2026-11-20T01:00:00Z', 1, 'code'
    from generate_series(1, ${people}::int) n join stations.station station on station.code = ${code}`.execute(
    world.owner.db,
  )
}

/** So many reports, each answered after so many hours; a day is given. */
async function report(code: string, count: number, answeredAfterHours: number): Promise<void> {
  await sql`with made as (
      insert into stations.report (id, station_id, kind, visitor_bk, visitor, at, proof, weight, due_at)
      select gen_random_uuid(), station.id, 'locked', 1, decode(md5('r'), 'hex'), '2026-11-18T01:00:00Z', 'code', 1,
        '2026-11-19T01:00:00Z'
      from generate_series(1, ${count}::int) join stations.station station on station.code = ${code} returning id)
    insert into stations.report_event (report_id, no, kind, answer, at, by_kind)
    select id, 2, 'answered', 'opened', '2026-11-18T01:00:00Z'::timestamptz + ${answeredAfterHours} * interval '1 hour', 'keeper'
    from made`.execute(world.owner.db)
}

const figure = (key: string, asOf?: string) =>
  world.nobody.call(figures.getFigure, { key, ...(asOf && { asOf }) })

test('a station that closed leaves today’s number and stays in yesterday’s', async () => {
  expect((await figure('stations.total')).value).toBe(2)
  expect((await figure('stations.total', '2026-11-22')).value).toBe(3)
  expect((await figure('stations.total', '2025-05-31')).value).toBe(1)
  expect((await figure('stations.total', '2024-03-31')).value).toBe(0)
})

test('parts are in words, and records lead to their stations', async () => {
  const total = await figure('stations.total')
  const levels = total.breakdowns.find(({ id }) => id === 'level')!
  expect(levels.rows.map(({ label, value }) => [label.zh, value])).toEqual([
    ['全国最美', 1],
    ['普通', 1],
  ])
  expect(total.trend!.points).toEqual([
    { period: '2024', value: 1 },
    { period: '2025', value: 1 },
  ])
  const best = await world.nobody.call(figures.figureRecords, { key: 'stations.nationalBest' })
  expect(best.rows.map(({ hrefs }) => hrefs[0])).toEqual([`/stations/${first}`])
})

test('turns are not persons: four people who came to both stations count once', async () => {
  // 34, told in whole tens.
  expect((await figure('stations.checkIns')).value).toBe(30)
  expect((await figure('stations.visitors')).value).toBe(30)
  expect((await figure('stations.checkIns', '2026-11-19')).value).toBe(0)
})

test('the share answered in time carries both terms, and counts only what was due', async () => {
  expect(await figure('stations.answeredInTime')).toMatchObject({
    value: 0.75,
    numerator: 90,
    denominator: 120,
  })
  expect(await figure('stations.answeredInTime', '2026-11-18')).toMatchObject({ value: null, denominator: 0 })
  expect((await figure('stations.reports', '2026-11-18')).value).toBe(120)
})

test('visitors’ digests stay inside; the public sees groups', async () => {
  const open = await world.nobody.call(figures.figureRecords, { key: 'stations.checkIns' })
  expect(open).toMatchObject({ rows: [], total: 30 })
})

/** Persons on the map, so many degrees of longitude and latitude from the first station; 0.01 are a little under a kilometre. */
async function demand(
  points: readonly (readonly [east: number, north: number, persons: number])[],
): Promise<void> {
  const { longitude, latitude } = await world.nobody.call(stations.getStation, { code: first })
  await sql`with made as (
      insert into stations.point_set (id, organisation_id, kind, name, method, is_invented, valid_from, points, persons,
        made_by, recorded_at)
      values (gen_random_uuid(), ${city.own.id}, 'demand', '环卫工人', '各环卫所花名册', false, '2026-01-01',
        ${points.length}, ${points.reduce((sum, [, , persons]) => sum + persons, 0)}, '测试', '2026-01-01T00:00:00Z')
      returning id)
    insert into stations.point (set_id, no, name, longitude, latitude, received_longitude, received_latitude,
      received_datum, persons)
    select id, no, '点' || no, ${longitude}::float8 + east, ${latitude}::float8 + north, 0, 0, 'GCJ-02', persons
    from made, json_to_recordset(${JSON.stringify(points.map(([east, north, persons], index) => ({ no: index + 1, east, north, persons })))}::json)
      as p(no int, east float8, north float8, persons int)`.execute(world.owner.db)
}

test('people within a kilometre: those of the demand set near a station that operates, with both terms', async () => {
  // At the door; 900 m north; 1,050 m north; near the third station alone, which opened a year later; ten kilometres off.
  await demand([
    [0, 0, 100],
    [0, 0.0081, 200],
    [0, 0.0095, 50],
    [0.0145, 0, 150],
    [0.1, 0, 500],
  ])
  expect(await figure('stations.peopleWithin1km')).toMatchObject({
    value: 0.45,
    numerator: 450,
    denominator: 1000,
    trend: {
      points: [
        { period: '2024', value: 0.3 },
        { period: '2025', value: 0.45 },
        { period: '2026', value: 0.45 },
      ],
    },
  })
  expect(await figure('stations.peopleWithin1km', '2025-12-31')).toMatchObject({
    value: null,
    denominator: 0,
  })
})

test('the course of the share answered in time is told in whole percent, by the month in which they were due', async () => {
  expect((await figure('stations.answeredInTime')).trend!.points).toEqual([
    { period: '2026-11', value: 0.75 },
  ])
})
