import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  member,
  officerAt,
  plantTree,
  type PlantedTree,
} from '#kernel/organisations/server/testing/plant-tree.ts'
import { plantPerson, systemContext } from '#kernel/people/server/testing/plant-person.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { memberships } from '../contract.ts'
import {
  activeMembership,
  admit,
  admitMany,
  leave,
  membersOf,
  setRetained,
  standingOn,
  transfer,
} from '../index.ts'
import { tables } from './queries.ts'
import { statusOn } from './rules.ts'

let world: World
let tree: PlantedTree
let ctx: Context
let person: PersonKey
let serial = 0

beforeAll(async () => {
  world = await makeWorld()
  tree = await plantTree(world.owner.db)
  ctx = systemContext(world.app)
})
beforeEach(async () => {
  serial += 1
  person = await plantPerson(world.app, serial, null)
})
afterAll(() => world.close())

const refused = (code: string, status: number) => expect.objectContaining({ code, status })
const admission = (fromDay: string) => ({
  person,
  organisationId: tree.xinhuaUnion.id,
  fromDay,
  newForm: true,
})

test('whoever is admitted stands from the first day on, and belongs to the union keeping their record', async () => {
  await admit(ctx, admission('2026-03-01'))
  expect(await standingOn(ctx, person, '2026-02-28')).toBeUndefined()
  expect(await standingOn(ctx, person, '2026-03-01')).toMatchObject({
    organisationId: tree.xinhuaUnion.id,
    status: 'active',
    newForm: true,
  })
  expect(await membersOf(ctx, tree.xinhuaUnion.id)).toContainEqual(person)
  const officer = world.as(officerAt(tree.xinhua, ['memberships.read']))
  const { rows } = await officer.call(memberships.listMembers, { search: '张', newForm: true, pageSize: 200 })
  expect(rows.map((row) => row.person.id)).toContain(person.id)
})

test('two admissions at once make one membership', async () => {
  const both = await Promise.allSettled([
    admit(ctx, admission('2026-03-01')),
    admit(ctx, admission('2026-03-01')),
  ])
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  await expect(admit(ctx, admission('2026-04-01'))).rejects.toEqual(refused('member-already', 409))
})

test('a transfer ends one and begins the next: never two, and no day between', async () => {
  await admit(ctx, admission('2026-03-01'))
  await transfer(ctx, { person, toOrganisationId: tree.ruzhouUnion.id, fromDay: '2026-06-01' })
  const unionOn = async (day: string) => (await standingOn(ctx, person, day))?.organisationId
  expect(await unionOn('2026-05-31')).toBe(tree.xinhuaUnion.id)
  expect(await unionOn('2026-06-01')).toBe(tree.ruzhouUnion.id)
  const same = transfer(ctx, { person, toOrganisationId: tree.ruzhouUnion.id, fromDay: '2026-07-01' })
  await expect(same).rejects.toEqual(refused('same-union', 409))
})

test('who left may come back after, not before', async () => {
  await admit(ctx, admission('2026-03-01'))
  await leave(ctx, { person, lastDay: '2026-05-31', how: 'left' })
  expect(await activeMembership(ctx, person)).toBeUndefined()
  expect((await standingOn(ctx, person, '2026-05-31'))?.status).toBe('active')
  expect(await standingOn(ctx, person, '2026-06-01')).toBeUndefined()
  await expect(admit(ctx, admission('2026-05-31'))).rejects.toEqual(refused('days-overlap', 409))
  await admit(ctx, admission('2026-06-01'))
  await expect(leave(ctx, { person, lastDay: '2026-05-01', how: 'left' })).rejects.toEqual(
    refused('before-it-began', 422),
  )
})

test('a retained membership lasts, and says since when', async () => {
  await admit(ctx, admission('2026-03-01'))
  await setRetained(ctx, { person, retained: true, fromDay: '2026-06-01' })
  expect((await standingOn(ctx, person, '2026-05-31'))?.status).toBe('active')
  expect((await standingOn(ctx, person, '2026-06-01'))?.status).toBe('retained')
  await expect(admit(ctx, admission('2026-07-01'))).rejects.toEqual(refused('member-already', 409))
})

test('no admission to a federation, to a dissolved union, or from a day to come', async () => {
  const federation = { ...admission('2026-03-01'), organisationId: tree.xinhua.id }
  await expect(admit(ctx, federation)).rejects.toEqual(refused('not-a-union', 422))
  await expect(admit(ctx, admission('2026-11-24'))).rejects.toEqual(refused('day-to-come', 422))
})

test('a roster leaves members alone and admits the others, once', async () => {
  await admit(ctx, admission('2026-03-01'))
  const other = await plantPerson(world.app, serial + 500, null)
  const wishes = [person, other, other].map((who) => ({ ...admission('2026-04-01'), person: who }))
  const made = await admitMany(ctx, wishes)
  expect(made.map((row) => row.personId)).toEqual([other.id])
})

test('TypeScript and SQL tell the same standing on every day', async () => {
  await admit(ctx, admission('2026-01-10'))
  await setRetained(ctx, { person, retained: true, fromDay: '2026-03-05' })
  await setRetained(ctx, { person, retained: false, fromDay: '2026-03-20' })
  await leave(ctx, { person, lastDay: '2026-04-30', how: 'left' })
  const lines = await tables(ctx)
    .selectFrom('memberships.membership_history')
    .select(['valid_from as validFrom', 'status'])
    .where('person_id', '=', person.id)
    .orderBy('version')
    .execute()
  const days = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-05-31'), noInvalidDate: true })
  await fc.assert(
    fc.asyncProperty(days, async (date) => {
      const day = date.toISOString().slice(0, 10)
      const told = statusOn(lines, day)
      expect((await standingOn(ctx, person, day))?.status).toBe(told === 'left' ? undefined : told)
    }),
    { numRuns: 40 },
  )
})

test('a member sees their own membership; the roll is for those who hold it, where they hold it', async () => {
  await admit(ctx, admission('2026-03-01'))
  const me = world.as(member(person))
  expect(await me.call(memberships.myMembership, {})).toMatchObject({
    current: { organisationName: tree.xinhuaUnion.name, fromDay: '2026-03-01' },
    earlier: [],
  })
  await expect(me.call(memberships.listMembers, {})).rejects.toEqual(refused('forbidden', 403))
  const ruzhou = world.as(officerAt(tree.ruzhou, ['memberships.read']))
  const { rows } = await ruzhou.call(memberships.listMembers, { pageSize: 200 })
  expect(rows.every((row) => row.organisationId === tree.ruzhouUnion.id)).toBe(true)
})

test('the server may not rewrite history', async () => {
  const rewrite = world.app.database.pool.query(`update memberships.membership_history set status = 'left'`)
  await expect(rewrite).rejects.toThrow('permission denied')
})
