import { afterAll, beforeAll, expect, test } from 'vitest'
import { membershipsModule } from '#kernel/memberships/index.ts'
import { organisationsModule } from '#kernel/organisations/index.ts'
import { peopleModule } from '#kernel/people/index.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { loadDemo } from './load-demo.ts'
import { shareOut } from './plant-unions.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  const { config } = world.app
  const shared = new Map<string, unknown>()
  const today = new Date('2026-11-23T02:00:00Z')
  const ground = { config, today, seed: 410_400, progress: () => undefined, shared }
  await world.owner.db.transaction().execute(async (db) => {
    for (const { demo } of [organisationsModule, peopleModule, membershipsModule])
      await demo({ ...ground, db })
    await loadDemo({ ...ground, db })
  })
}, 180_000)
afterAll(() => world.close())

const one = async (text: string) => (await world.owner.pool.query(text)).rows[0]

test("the page's figures hold", async () => {
  expect(
    await one(
      `select count(*) filter (where new_form) as new_form from memberships.membership where status = 'active'`,
    ),
  ).toEqual({ new_form: 59_631 })
  const { unions } = await one(`select count(distinct organisation_id) as unions from memberships.membership
    where status = 'active' and new_form`)
  expect(unions).toBe(397)
})

test('nobody is somebody twice, and every life fits its days', async () => {
  expect(
    await one(`select count(*) as wrong from memberships.membership m
      join organisations.organisation_history o on o.organisation_id = m.organisation_id and o.version = 1
      where m.new_form and m.from_day < o.valid_from and o.made_by = '演示数据'
        and exists (select from membership.particulars q where (q.bk, q.person_id) = (m.bk, m.person_id))`),
  ).toEqual({ wrong: 0 })
  expect(
    await one(`select count(*) as differing from memberships.membership m
      join lateral (select status, valid_from from memberships.membership_history h
        where (h.bk, h.person_id, h.membership_id) = (m.bk, m.person_id, m.id) order by version desc limit 1) h on true
      where h.status <> m.status or (m.to_day is not null and h.valid_from <> m.to_day + 1)`),
  ).toEqual({ differing: 0 })
  expect(
    await one(`select count(*) - count(distinct name) as doubled from organisations.organisation`),
  ).toEqual({
    doubled: 0,
  })
})

test('shares add up', () => {
  expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3])
  expect(shareOut(385, [12, 3, 5]).reduce((sum, part) => sum + part)).toBe(385)
})
