// Longer than most: one city with its rosters, set up once, for all that may stand in the way of taking one back.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setRetained } from '#kernel/memberships/index.ts'
import { officerAt } from '#kernel/organisations/server/testing/plant-tree.ts'
import { systemContext } from '#kernel/people/server/testing/plant-person.ts'
import { review } from '#kernel/review/contract.ts'
import type { PersonKey } from '#platform/context.ts'
import { runJob } from '#platform/jobs.ts'
import { membership } from '../../../contract.ts'
import { membersByForm } from '../../figures/member-counts.ts'
import { purgeImports } from '../purge-imports.ts'
import {
  csvOf,
  line,
  look,
  makeRosterCity,
  numberOf,
  startRoster,
  work,
  type RosterCity,
} from '../testing/roster-city.ts'
import { undoImports } from './run-undos.ts'

let city: RosterCity
beforeAll(async () => void (city = await makeRosterCity()))
afterAll(() => city.remove())

const REASON = '选错了工会，整份名册不该登记到这里'
const call = () => city.world.as(city.officer)
const second = () =>
  city.world.as(
    officerAt(city.tree.xinhua, ['membership.import', 'membership.approve-undo'], {
      name: '赵敏',
      person: { bk: 2, id: '01a00000-0000-7000-8000-000000000002' },
    }),
  )
const undoNow = () =>
  runJob(city.world.app, { name: 'membership.undo-imports', everySeconds: 1, run: undoImports })
const one = async <Value>(text: string) =>
  (await city.world.owner.pool.query<{ value: Value }>(`select (${text}) as value`)).rows[0]!.value
const members = () => one<number>('select count(*) from memberships.membership where to_day is null')

async function written(lines: string[][], unit = city.tree.xinhuaUnion): Promise<string> {
  const id = await startRoster(city, unit, csvOf(lines))
  await work(city)
  await call().call(membership.writeRosterImport, { importId: id, withChanges: true })
  await work(city)
  return id
}

async function agree(importId: string, move: 'agree' | 'refuse' = 'agree'): Promise<void> {
  const { caseId } = (await look(city, importId)).undo!
  const shown = await second().call(review.getCase, { id: caseId! })
  await second().call(review.act, {
    id: caseId!,
    move,
    seq: shown.seq,
    ...(move === 'refuse' && { reason: '名册是对的' }),
  })
  await undoNow()
}

const ask = (importId: string, as = city.officer) =>
  city.world.as(as).call(membership.undoRosterImport, { importId, reason: REASON })

const personOf = async (importId: string, row: number): Promise<PersonKey> => {
  const { rows } = await city.world.owner.pool.query<PersonKey>(
    `select t.bk, t.person_id as id from membership.roster_trace t where t.import_id = $1 and t.row = $2`,
    [importId, row],
  )
  return rows[0]!
}

test('taken back as a whole: nobody it made is or ever was a member, and a moment before still says what it said', async () => {
  const before = await members()
  const id = await written([line(301), line(302), line(303)])
  expect(await members()).toBe(before + 3)
  const then = new Date()
  expect(await call().call(membership.countRosterUndo, { importId: id })).toEqual({
    ended: 3,
    restored: 0,
    kept: [],
  })
  await ask(id)
  await expect(ask(id)).rejects.toMatchObject({ code: 'undo-asked' })
  await undoNow()
  expect((await look(city, id)).undo).toMatchObject({ state: 'asked', ended: 0, reason: REASON })
  expect(await members()).toBe(before + 3)
  await agree(id)
  expect((await look(city, id)).undo).toMatchObject({ state: 'done', ended: 3, restored: 0, kept: 0 })
  expect(await members()).toBe(before)
  const ctx = systemContext(city.world.app)
  const total = async (asOf: string, recordedUpTo: Date) =>
    (await membersByForm(ctx, { asOf, recordedUpTo })).reduce((sum, { value }) => sum + value, 0)
  expect(await total('2021-03-05', new Date())).toBe(before)
  expect(await total('2021-03-05', then)).toBe(before + 3)
  expect(await one(`select count(*) from membership.particulars`)).toBe(before)
  // Once more, and whatever is repeated, nothing happens.
  await undoNow()
  expect(await members()).toBe(before)
  await expect(ask(id)).rejects.toMatchObject({ code: 'nothing-to-undo' })
})

test('the right roster comes in afterwards, also from an earlier day, and can be taken back to how people stood', async () => {
  const before = await members()
  const id = await written([line(301, { 4: '2019-01-07' }), line(302)])
  expect(await look(city, id)).toMatchObject({ rowsWritten: 2, tally: { joins: 2 } })
  const news = await written([line(301, { 5: '快递员' })])
  expect(await look(city, news)).toMatchObject({ rowsUpdated: 1 })
  // What a later import built on stays until that one is taken back.
  const counted = () => call().call(membership.countRosterUndo, { importId: id })
  expect(await counted()).toEqual({ ended: 1, restored: 0, kept: [{ why: 'later-import', count: 1 }] })
  await ask(news)
  await agree(news)
  expect((await look(city, news)).undo).toMatchObject({ restored: 1, ended: 0 })
  expect(await one(`select count(*) from membership.particulars where employment = 'courier'`)).toBe(0)
  expect(await counted()).toEqual({ ended: 2, restored: 0, kept: [] })
  await ask(id)
  await agree(id)
  expect(await members()).toBe(before)
})

test('what has changed since stays, and says why; refused, nothing changes', async () => {
  const id = await written([line(311), line(312), line(313)])
  await purgeImports(systemContext(city.world.app))
  const ctx = systemContext(city.world.app)
  await setRetained(ctx, { person: await personOf(id, 3), retained: true, fromDay: '2026-11-01' })
  const { bk, id: person } = await personOf(id, 4)
  await city.world.owner.pool.query(
    `insert into people.consent_wording (purpose, version, zh, en) values ('test-use', 1, '同意', 'yes') on conflict do nothing`,
  )
  await city.world.owner.pool.query(
    `insert into people.consent (bk, person_id, id, purpose, wording_version, given, origin)
      values ($1, $2, gen_random_uuid(), 'test-use', 1, true, 'test')`,
    [bk, person],
  )
  await ask(id)
  await agree(id, 'refuse')
  expect((await look(city, id)).undo).toMatchObject({ state: 'refused', ended: 0 })
  await ask(id)
  await agree(id)
  expect((await look(city, id)).undo).toMatchObject({ state: 'done', ended: 1, kept: 2 })
  const { rows } = await call().call(membership.listRosterKept, { importId: id })
  expect(rows.map(({ row, why }) => [row, why])).toEqual([
    [3, 'moved-on'],
    [4, 'in-use'],
  ])
  expect(rows[1]!.places.length).toBe(1)
  expect(rows[1]!.maskedDocument).not.toContain(numberOf(313).slice(6, 14))
})

test('home may, next door may not, nor a member, nor a stranger; nobody agrees to their own wish', async () => {
  const id = await written([line(321)])
  const { world, neighbour } = city
  const wishes = [
    (as: ReturnType<typeof world.as>) => as.call(membership.countRosterUndo, { importId: id }),
    (as: ReturnType<typeof world.as>) =>
      as.call(membership.undoRosterImport, { importId: id, reason: REASON }),
    (as: ReturnType<typeof world.as>) => as.call(membership.listRosterKept, { importId: id }),
  ]
  const member = { ...city.officer, grants: [] } as typeof city.officer
  for (const wish of wishes) {
    await expect(wish(world.as(neighbour))).rejects.toMatchObject({ status: 404 })
    await expect(wish(world.as(member))).rejects.toMatchObject({ status: 403 })
    await expect(wish(world.nobody)).rejects.toMatchObject({ status: 401 })
  }
  const both = officerAt(city.tree.xinhua, ['membership.import', 'membership.approve-undo'], {
    name: '王芳',
    person: { bk: 1, id: '01a00000-0000-7000-8000-000000000001' },
  })
  await ask(id, both)
  const { caseId } = (await look(city, id)).undo!
  const shown = await world.as(both).call(review.getCase, { id: caseId! })
  await expect(
    world.as(both).call(review.act, { id: caseId!, move: 'agree', seq: shown.seq }),
  ).rejects.toMatchObject({ status: 403 })
})

test('whatever is imported and taken back in whatever order, nobody is doubled and the roll is what is left', async () => {
  let base = 400
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 4 }), fc.boolean()), {
        minLength: 1,
        maxLength: 3,
      }),
      async (steps) => {
        base += 10
        const before = await members()
        const roll = new Map<number, string>()
        for (const [people, isTakenBack] of steps) {
          const wanted = people.filter((count) => !roll.has(count))
          if (wanted.length === 0) continue
          const id = await written(wanted.map((count) => line(base + count)))
          for (const count of wanted) roll.set(count, id)
          if (!isTakenBack) continue
          await ask(id)
          await agree(id)
          for (const count of wanted) roll.delete(count)
        }
        expect(await members()).toBe(before + roll.size)
        expect(
          await one(`select count(*) from (select 1 from memberships.membership where to_day is null
            group by bk, person_id having count(*) > 1) twice`),
        ).toBe(0)
      },
    ),
    { numRuns: 4 },
  )
})
