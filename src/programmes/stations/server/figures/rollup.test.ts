import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contextOf, systemCaller } from '#platform/application.ts'
import type { Context } from '#platform/context.ts'
import { stations } from '../../contract.ts'
import { draft, makeTestCity, type TestCity } from '../testing.ts'
import { foldVisits } from './fold-visits.ts'
import { countVisitors, countVisits, visitsByDistrict, visitsByMonth } from './visit-counts.ts'

let city: TestCity
let codes: string[]
beforeAll(async () => {
  city = await makeTestCity()
  codes = [await city.createStation(), await city.createStation(), await city.createStation()]
})
afterAll(() => city.world.close())

const context = () => contextOf(city.world.app, systemCaller('test'), 'test')

/** A visit: who, where, on which day it happened, and how many days later it was recorded. */
const visit = fc.record({
  visitor: fc.nat(6),
  station: fc.nat(2),
  day: fc.nat(9),
  hour: fc.integer({ min: 0, max: 23 }),
  late: fc.oneof(fc.constant(0), fc.nat(6)),
})
type Visit = typeof visit extends fc.Arbitrary<infer V> ? V : never

const at = ({ day, hour }: Visit) =>
  new Date(Date.parse('2026-11-01T00:00:00+08:00') + (day * 24 + hour) * 3_600_000)
const recordedAt = (one: Visit) => new Date(at(one).getTime() + one.late * 86_400_000 + 60_000)
/** The plain way: rows that happened by the end of the day and were recorded by the moment. */
const counted = (visits: readonly Visit[], asOf: string, upTo: Date) =>
  visits.filter((one) => at(one) < new Date(Date.parse(`${asOf}T24:00:00+08:00`)) && recordedAt(one) <= upTo)

async function plant(visits: readonly Visit[]): Promise<void> {
  await sql`truncate stations.check_in, stations.visit_rollup, stations.visit_day_rollup, stations.visitor_seen,
    stations.visitor_rollup, stations.rollup_mark`.execute(city.world.owner.db)
  const rows = visits.map((one, index) => ({
    bk: one.visitor,
    visitor: `\\x${String(one.visitor).padStart(32, '0')}`,
    code: codes[one.station],
    at: at(one),
    recorded_at: recordedAt(one),
    half_hour: index,
  }))
  await sql`insert into stations.check_in (bk, id, visitor, station_id, at, recorded_at, half_hour, proof)
    select r.bk, gen_random_uuid(), r.visitor::bytea, s.id, r.at, r.recorded_at, r.half_hour, 'code'
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(bk smallint, visitor text, code text,
      at timestamptz, recorded_at timestamptz, half_hour int)
    join stations.station s on s.code = r.code`.execute(city.world.owner.db)
}

/** The clock of the fold stands on a day of November; later days stay as rows. */
const foldOn = (day: number): Promise<void> =>
  foldVisits({ ...context(), now: new Date(`2026-11-${String(day).padStart(2, '0')}T03:00:00+08:00`) })

it('counts what the rows say, on any day, by any moment, however far it is folded', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(visit, { maxLength: 25 }),
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 18 * 24 }),
      async (visits, folds, day, hours) => {
        await plant(visits)
        for (const fold of folds) await foldOn(fold)
        const asOf = `2026-11-${String(day).padStart(2, '0')}`
        const recordedUpTo = new Date(Date.parse('2026-11-01T00:00:00+08:00') + hours * 3_600_000)
        const those = counted(visits, asOf, recordedUpTo)
        const [ctx, question]: [Context, { asOf: string; recordedUpTo: Date }] = [
          context(),
          { asOf, recordedUpTo },
        ]
        expect(await countVisits(ctx, question)).toEqual({ value: those.length })
        expect(await countVisitors(ctx, question)).toEqual({
          value: new Set(those.map((one) => one.visitor)).size,
        })
        const months = await visitsByMonth(ctx, question)
        expect(months).toEqual(those.length === 0 ? [] : [{ key: '2026-11', value: those.length }])
      },
    ),
    { numRuns: 25 },
  )
}, 60_000)

it('gives the visits of a station that moved to its district of that day, and leaves the days before alone', async () => {
  const visits = [0, 1, 2, 2].map((station, day) => ({ visitor: 1, station, day, hour: 9, late: 0 }))
  await plant(visits)
  await foldOn(20)
  const officer = city.world.as(city.officer)
  const { draft: known } = await officer.call(stations.getStaffStation, { code: codes[2]! })
  await officer.call(stations.editStation, {
    code: codes[2]!,
    version: 1,
    draft: { ...draft(), ...known, adcode: '410403' },
  })
  const recordedUpTo = new Date('2126-01-01T00:00:00Z')
  const byDistrict = async (asOf: string) =>
    Object.fromEntries(
      (await visitsByDistrict(context(), { asOf, recordedUpTo })).map(({ key, value }) => [key, value]),
    )
  expect(await byDistrict('2026-11-22')).toEqual({ 410402: 4 })
  expect(await byDistrict('2026-11-23')).toEqual({ 410402: 2, 410403: 2 })
})

it('folds nothing of a day that is not over', async () => {
  await plant([{ visitor: 1, station: 0, day: 4, hour: 9, late: 0 }])
  await foldOn(5)
  expect((await sql`select from stations.visit_rollup`.execute(city.world.owner.db)).rows).toHaveLength(0)
  await foldOn(6)
  expect((await sql`select from stations.visit_rollup`.execute(city.world.owner.db)).rows).toHaveLength(1)
})
