import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonKey } from '#platform/context.ts'
import { makeMembersCity, type MembersCity } from '../testing/members-city.ts'
import { foldMembers, foldToday, foldUpTo } from './fold-members.ts'
import { membersByDistrict, membersByForm } from './member-counts.ts'

let city: MembersCity
const people: PersonKey[] = []
beforeAll(async () => {
  city = await makeMembersCity()
  for (let count = 0; count < 5; count += 1) people.push((await city.known(city.tree.xinhuaUnion)).person)
})
afterAll(() => city.close())

const DAY_MS = 86_400_000
const START = Date.parse('2026-03-01T00:00:00+08:00')
const dayOf = (day: number) => new Date(START + day * DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10)
const hourOf = (hours: number) => new Date(START + hours * 3_600_000)

/** A line: whose, from which day, after how many hours since the line before, in which of two unions, and what holds. */
const line = fc.record({
  whose: fc.nat(4),
  day: fc.nat(9),
  hoursLater: fc.oneof(fc.constant(0), fc.nat(40)),
  inSecond: fc.boolean(),
  isActive: fc.boolean(),
  newForm: fc.boolean(),
})
type Line = typeof line extends fc.Arbitrary<infer Value> ? Value : never
type Recorded = Line & { readonly version: number; readonly hours: number }

/** Each membership's lines in the order of their recording; the days from which they hold come in any order. */
function recorded(lines: readonly Line[]): Recorded[] {
  let hours = 0
  return lines.map((one, at) => ({
    ...one,
    hours: (hours += one.hoursLater),
    version: lines.slice(0, at + 1).filter(({ whose }) => whose === one.whose).length,
  }))
}

/** The plain way, said a second time: of each membership the last version that holds by then. */
function standing(lines: readonly Recorded[], day: number, hours: number): Recorded[] {
  const last = new Map<number, Recorded>()
  for (const one of lines) if (one.day <= day && one.hours <= hours) last.set(one.whose, one)
  return [...last.values()].filter(({ isActive }) => isActive)
}

async function plant(lines: readonly Recorded[]): Promise<void> {
  const rows = lines.map(({ whose, version, day, hours, inSecond, isActive, newForm }) => ({
    bk: people[whose]!.bk,
    person_id: people[whose]!.id,
    version,
    valid_from: dayOf(day),
    recorded_at: hourOf(hours),
    organisation_id: inSecond ? city.tree.ruzhouUnion.id : city.tree.xinhuaUnion.id,
    status: isActive ? 'active' : 'retained',
    new_form: newForm,
  }))
  await sql`truncate membership.member_rollup, membership.member_day_rollup, membership.rollup_mark,
    memberships.membership_history`.execute(city.world.owner.db)
  await sql`insert into memberships.membership_history (bk, person_id, membership_id, version, valid_from, recorded_at,
      organisation_id, status, new_form, made_by)
    select r.bk, r.person_id, m.id, r.version, r.valid_from, r.recorded_at, r.organisation_id, r.status, r.new_form, '测试'
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (bk smallint, person_id uuid, version int, valid_from date,
      recorded_at timestamptz, organisation_id uuid, status text, new_form boolean)
    join memberships.membership m on m.bk = r.bk and m.person_id = r.person_id`.execute(city.world.owner.db)
}

const corrected: Line[] = [
  { whose: 0, day: 1, hoursLater: 0, inSecond: false, isActive: true, newForm: false },
  { whose: 0, day: 6, hoursLater: 24, inSecond: false, isActive: false, newForm: false },
  { whose: 0, day: 3, hoursLater: 24, inSecond: true, isActive: true, newForm: true },
]
const asked: [number, number][] = [
  [5, 200],
  [7, 30],
]

const foldOn = (day: number) =>
  foldMembers({ ...city.ctx, now: new Date(START + day * DAY_MS + 3 * 3_600_000) })

const tally = <Key>(those: readonly Recorded[], keyOf: (one: Recorded) => Key) => {
  const counts = new Map<Key, number>()
  for (const one of those) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}

it('folds what a large roster wrote today, and leaves a few lines as they stand', async () => {
  const now = Date.now()
  await plant(
    recorded([{ ...corrected[0]!, day: 1 }]).map((one) => ({
      ...one,
      hours: (now - START) / 3_600_000 - 0.01,
    })),
  )
  const partOf = async () => {
    const { rows } = await sql<{ parts: number }>`select parts from membership.rollup_mark`.execute(
      city.ctx.db,
    )
    return rows[0]?.parts ?? 0
  }
  const today = { ...city.ctx, now: new Date(now) }
  await foldToday(today, 2)
  expect(await partOf()).toBe(0)
  await foldToday(today, 1)
  expect(await partOf()).toBe(1)
})

it('counts what the lines say on any day by any moment, corrections of the past included, however far it is folded, in the middle of a day too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 16 }),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.option(fc.nat(23))), { maxLength: 3 }),
      fc.array(fc.tuple(fc.integer({ min: -1, max: 10 }), fc.integer({ min: 0, max: 240 })), {
        minLength: 2,
        maxLength: 2,
      }),
      async (drawn, folds, questions) => {
        const lines = recorded(drawn)
        await plant(lines)
        for (const [day, hour] of folds) {
          await foldOn(day)
          if (hour !== null) await foldUpTo(city.ctx.db, hourOf(day * 24 + hour))
        }
        for (const [day, hours] of questions) {
          const at = { asOf: dayOf(day), recordedUpTo: hourOf(hours) }
          const those = standing(lines, day, hours)
          const forms = await membersByForm(city.ctx, at)
          expect(new Map(forms.map(({ newForm, value }) => [newForm, value]))).toEqual(
            tally(those, ({ newForm }) => newForm),
          )
          for (const onlyNewForms of [false, true]) {
            const districts = await membersByDistrict(city.ctx, at, onlyNewForms)
            expect(new Map(districts.map(({ key, value }) => [key, value]))).toEqual(
              tally(
                those.filter(({ newForm }) => newForm || !onlyNewForms),
                ({ inSecond }) => (inSecond ? '410482' : '410402'),
              ),
            )
          }
        }
      },
    ),
    {
      numRuns: 25,
      // What is recorded last is valid before what was recorded second, and leaves nothing of it.
      // Once with its day folded whole, once with only a part of it.
      examples: [
        [
          corrected,
          [
            [2, 13],
            [5, null],
          ],
          asked,
        ],
        [corrected, [[2, 13]], asked],
      ],
    },
  )
}, 60_000)

it('folds nothing of a day that is not over, and a day whose lines take one another back leaves none', async () => {
  const held = { whose: 1, day: 2, inSecond: false, newForm: false }
  await plant(
    recorded([
      { ...held, hoursLater: 30, isActive: true },
      { ...held, hoursLater: 1, isActive: false },
    ]),
  )
  const rows = async () =>
    (await sql`select from membership.member_rollup`.execute(city.world.owner.db)).rows.length
  const mark = async () =>
    (
      await sql<{ mark: string }>`select folded_before::text as mark from membership.rollup_mark`.execute(
        city.world.owner.db,
      )
    ).rows[0]?.mark
  await foldOn(1)
  expect(await mark()).toBeUndefined()
  await foldOn(2)
  expect([await mark(), await rows()]).toEqual([dayOf(2), 0])
})
