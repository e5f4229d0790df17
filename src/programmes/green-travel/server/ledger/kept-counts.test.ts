import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemContext } from '#kernel/people/server/testing/plant-person.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { greenTravel } from '../../contract.ts'
import { foldRides } from '../figures/fold-rides.ts'
import { rideTotals } from '../figures/ride-totals.ts'
import { plantProgramme } from '../testing/plant-programme.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld({ now: new Date('2026-11-23T04:00:00Z') })
  await plantProgramme(world)
})
afterAll(() => world.close())

const DAYS = 86_400_000

test('gaps are what the files say, whatever comes, is refused and comes again, in any order', async () => {
  const db = world.owner.db
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.boolean()), {
    minLength: 1,
    maxLength: 16,
  })
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      await sql`delete from green_travel.scan_file`.execute(db)
      await sql`delete from green_travel.reader_gap`.execute(db)
      for (const [number, comes] of taken) {
        await (
          comes
            ? sql`insert into green_travel.scan_file (stored_file, name, bytes, company, made_by, received_at, state, reader, number)
              values (gen_random_uuid(), 'R1.txt', 1, 1, 'test', now(), 'posting', 1, ${number}) on conflict do nothing`
            : sql`update green_travel.scan_file set state = 'refused', refusal = 'truncated'
              where reader = 1 and number = ${number} and state <> 'refused'`
        ).execute(db)
        await sql`select green_travel.note_number(1, ${number})`.execute(world.app.database.db)
      }
      const { rows: kept } =
        await sql`select first_number, last_number from green_travel.reader_gap order by 1`.execute(db)
      const { rows: counted } = await sql`
        select first_number, last_number from green_travel.reader_gaps_by_files() order by 1`.execute(db)
      expect(kept).toEqual(counted)
    }),
    { numRuns: 25 },
  )
})

test('totals of any day, as known at any moment, are what the rows say, folded or not', async () => {
  const db = world.owner.db
  const from = Date.parse('2026-08-20T00:00:00Z')
  const row = fc.record({
    day: fc.integer({ min: 0, max: 95 }),
    later: fc.integer({ min: 0, max: 60 * 24 }),
    rides: fc.integer({ min: 1, max: 9 }),
  })
  const asks = fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 95 * 24 }))
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 30 }),
      fc.array(asks, { minLength: 4, maxLength: 4 }),
      async (planted, asked) => {
        await sql`truncate green_travel.ride_total, green_travel.ride_rollup, green_travel.rollup_mark`.execute(
          db,
        )
        for (const { day, later, rides } of planted) {
          const at = new Date(from + day * DAYS)
          const recorded = new Date(Math.min(at.getTime() + later * 3_600_000, from + 95 * DAYS))
          await sql`insert into green_travel.ride_total (company, route, budget, day, result, rides, member_fen, union_fen, recorded_at)
            values (1, 1, 1, ${at.toISOString().slice(0, 10)}, 0, ${rides}, ${rides}, ${rides * 99}, ${recorded})`.execute(
            db,
          )
        }
        await foldRides(systemContext(world.app))
        for (const [day, hour] of asked) {
          const asOf = new Date(from + day * DAYS).toISOString().slice(0, 10)
          const recordedUpTo = new Date(from + hour * 3_600_000)
          const { rows: told } = await sql<{ month: string; rides: number }>`
            select to_char(month, 'YYYY-MM') as month, sum(rides)::integer as rides
            from ${await rideTotals(systemContext(world.app), { asOf, recordedUpTo })} t group by 1 order by 1`.execute(
            db,
          )
          const { rows: counted } = await sql<{ month: string; rides: number }>`
            select to_char(day, 'YYYY-MM') as month, sum(rides)::integer as rides from green_travel.ride_total
            where day <= ${asOf}::date and recorded_at <= ${recordedUpTo} group by 1 order by 1`.execute(db)
          expect(told).toEqual(counted)
        }
      },
    ),
    { numRuns: 12 },
  )
})

test('a rollup that is not what the rows say is found', async () => {
  const db = world.owner.db
  await sql`truncate green_travel.ride_total, green_travel.ride_rollup, green_travel.rollup_mark`.execute(db)
  await sql`insert into green_travel.ride_total (company, route, budget, day, result, rides, member_fen, union_fen, recorded_at)
    values (1, 1, 1, '2026-08-31', 0, 3, 3, 297, '2026-09-01T02:00:00Z')`.execute(db)
  await foldRides(systemContext(world.app))
  const found = async () =>
    (await world.system.call(greenTravel.verifyJournal, {})).differences.filter(
      ({ what }) => what === 'rollup',
    )
  expect(await found()).toEqual([])
  await sql`update green_travel.ride_rollup set rides = rides + 1`.execute(db)
  expect(await found()).toEqual([{ what: 'rollup', where: '2026-08 1/1', journal: 3, books: 4 }])
})
