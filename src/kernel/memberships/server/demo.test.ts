import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisationsModule } from '#kernel/organisations/index.ts'
import { peopleModule } from '#kernel/people/index.ts'
import { readResidentId } from '#kernel/people/index.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { membershipsModule } from './module.ts'

let world: World
const shared = new Map<string, unknown>()

beforeAll(async () => {
  world = await makeWorld()
  const { config } = world.app
  const today = new Date('2026-11-23T02:00:00Z')
  for (const module of [organisationsModule, peopleModule, membershipsModule]) {
    await module.demo({ db: world.owner.db, config, today, seed: 410_400, progress: () => undefined, shared })
  }
})
afterAll(() => world.close())

const one = async (text: string) => (await world.owner.pool.query(text)).rows[0]

test('the demo city has its tree, its people and a union for each', async () => {
  expect((shared.get('organisations') as Map<string, string>).size).toBe(13)
  const { units, unions } =
    await one(`select count(*) as units, count(*) filter (where kind = 'grassroots-union')
    as unions from organisations.organisation`)
  expect(units).toBeGreaterThan(100)
  expect(unions).toBe(64)
  expect(await one('select count(*) as people from people.person')).toEqual({ people: 2_000 })
  expect(await one('select count(*) as members from memberships.membership where to_day is null')).toEqual({
    members: 2_000,
  })
})

test('no demo person could be anybody: every number has the region that was never assigned', async () => {
  const people = shared.get('people') as { phone: string }[]
  expect(people.every((person) => /^120\d{8}$/.test(person.phone))).toBe(true)
  expect(readResidentId('410499198001010018', { today: '2026-11-23', demo: false }).problem).toBeDefined()
})

test('history tells every membership as it stands', async () => {
  const { differing } = await one(`select count(*) as differing from memberships.membership m
    join lateral (select status, valid_from from memberships.membership_history h
      where (h.bk, h.person_id, h.membership_id) = (m.bk, m.person_id, m.id) order by version desc limit 1) h on true
    where h.status <> m.status or (m.to_day is not null and h.valid_from <> m.to_day + 1)`)
  expect(differing).toBe(0)
  const { today } = await one(`select max(valid_from)::text as today from memberships.membership_history`)
  expect(today <= '2026-11-23').toBe(true)
})
