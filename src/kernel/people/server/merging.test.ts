import { afterAll, beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { makeWorld, type World } from '#tests/world.ts'
import { admit, membershipsOf, standingOn } from '#kernel/memberships/index.ts'
import { officerAt, plantTree, type PlantedTree } from '#kernel/organisations/server/testing/plant-tree.ts'
import type { PersonKey } from '#platform/context.ts'
import type { Client } from '#tests/world.ts'
import { people } from '../contract.ts'
import { sameAs, survivorOf } from './links.ts'
import { phoneIndex } from './sealing.ts'
import { aroundTables, plantAround, rowsAround } from './testing/plant-around.ts'
import { plantPerson, systemContext } from './testing/plant-person.ts'

let world: World
let tree: PlantedTree
let city: Client
let serial = 0

beforeAll(async () => {
  world = await makeWorld()
  tree = await plantTree(world.owner.db)
  city = world.as(officerAt(tree.city, ['people.read', 'people.merge']))
})
afterAll(() => world.close())

const plant = (union = tree.xinhuaUnion.id, name?: string) =>
  plantPerson(world.app, (serial += 1), union, name)
const ctx = () => systemContext(world.app)
const reason = '同一人两次登记，已核对证件'

/** Every column of every module that names a person, by its own key or without one (decision record 0003). */
async function rowsNaming(keys: readonly PersonKey[]): Promise<Map<string, number>> {
  const { rows: tables } = await world.owner.pool.query<{ name: string; bk: string; id: string }>(`
    select c.table_schema || '.' || c.table_name as name, c.column_name as id,
      (select b.column_name from information_schema.columns b
        where (b.table_schema, b.table_name) = (c.table_schema, c.table_name)
          and b.column_name in (replace(c.column_name, '_id', '_bk'), 'bk')
        order by b.column_name = replace(c.column_name, '_id', '_bk') desc limit 1) as bk
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.data_type = 'uuid' and c.column_name like '%\\_id'
      and (c.column_name = 'person_id' or exists (select from information_schema.columns b
        where (b.table_schema, b.table_name) = (c.table_schema, c.table_name)
          and b.column_name = replace(c.column_name, '_id', '_bk')))`)
  const found = new Map<string, number>()
  for (const { name, bk, id } of tables.filter((table) => table.bk !== null)) {
    const { rows } = await world.owner.pool.query<{ count: number }>(
      `select count(*) from ${name} where (${bk}, ${id}) in (select * from unnest($1::smallint[], $2::uuid[]))`,
      [keys.map((key) => key.bk), keys.map((key) => key.id)],
    )
    found.set(`${name}.${id}`, rows[0]!.count)
  }
  return found
}

test('of two memberships one ends with the merge, and goes on where it is taken back; every past day stays', async () => {
  const [from, into] = [await plant(), await plant(tree.ruzhouUnion.id)]
  await admit(ctx(), {
    person: from,
    organisationId: tree.xinhuaUnion.id,
    fromDay: '2022-01-01',
    newForm: true,
  })
  await admit(ctx(), {
    person: into,
    organisationId: tree.ruzhouUnion.id,
    fromDay: '2023-01-01',
    newForm: true,
  })
  await city.call(people.mergePeople, { from, into, reason })
  const merged = await membershipsOf(ctx(), into)
  expect(merged).toHaveLength(2)
  expect(merged.filter(({ toDay }) => toDay === null)).toMatchObject([
    { organisationId: tree.ruzhouUnion.id },
  ])
  expect(await standingOn(ctx(), from, '2022-06-01')).toMatchObject({ organisationId: tree.xinhuaUnion.id })
  await city.call(people.unmergePeople, { person: from, reason: '查明是两个人，撤销合并' })
  expect(await survivorOf(ctx(), from)).toEqual(from)
  for (const [person, union] of [
    [from, tree.xinhuaUnion],
    [into, tree.ruzhouUnion],
  ] as const)
    expect((await membershipsOf(ctx(), person)).filter(({ toDay }) => toDay === null)).toMatchObject([
      { organisationId: union.id },
    ])
  expect(await standingOn(ctx(), from, '2026-11-23')).toMatchObject({ organisationId: tree.xinhuaUnion.id })
  await expect(city.call(people.unmergePeople, { person: from, reason })).rejects.toMatchObject({
    code: 'not-merged',
  })
})

test('whatever is merged and parted in whatever order, no row that names anybody is lost or moved', async () => {
  const persons = [await plant(), await plant(), await plant(), await plant()]
  for (const [at, person] of persons.entries())
    if (at < 3)
      await admit(ctx(), {
        person,
        organisationId: at === 1 ? tree.ruzhouUnion.id : tree.xinhuaUnion.id,
        fromDay: `202${at}-03-01`,
        newForm: at !== 2,
      })
  for (const [at, person] of persons.entries()) await plantAround(world, person, at)
  const around = await rowsAround(world)
  expect(around).toHaveLength(aroundTables.length * persons.length)
  const undoing = '查明不是同一人，撤销合并'
  const steps = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.boolean()), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(steps, async (moves) => {
      for (const [a, b, isMerge] of moves) {
        const before = await rowsNaming(persons)
        const done = isMerge
          ? city.call(people.mergePeople, { from: persons[a]!, into: persons[b]!, reason })
          : city.call(people.unmergePeople, { person: persons[a]!, reason: undoing })
        await done.catch(() => undefined)
        const after = await rowsNaming(persons)
        for (const [column, count] of before)
          if (!column.startsWith('people.person_link.'))
            expect(after.get(column)).toBeGreaterThanOrEqual(count)
        for (const person of persons) {
          const all = await membershipsOf(ctx(), await survivorOf(ctx(), person))
          expect(all.filter(({ toDay }) => toDay === null).length).toBeLessThanOrEqual(1)
          expect((await sameAs(ctx(), await survivorOf(ctx(), person))).map(({ id }) => id)).toContain(
            person.id,
          )
        }
        expect(await rowsAround(world)).toEqual(around)
      }
      for (const person of persons) {
        const refusal = await city.call(people.unmergePeople, { person, reason: undoing }).then(
          () => 'not-merged',
          ({ code }: { code: string }) => code,
        )
        // Merged, parted and merged on one day, it waits for the next; whoever is parted stands for themselves.
        if (refusal === 'unmerge-tomorrow') continue
        expect(refusal).toBe('not-merged')
        expect(await survivorOf(ctx(), person)).toEqual(person)
        expect((await rowsNaming([person])).get('review.case_file.applicant_id')).toBe(1)
      }
      expect(await rowsAround(world)).toEqual(around)
    }),
    { numRuns: 5 },
  )
}, 60_000)

test('pairs that may be one person are told by phone and name; two that are two are not shown again', async () => {
  const phone = '12099990000'
  const [first, second] = [
    await plant(tree.xinhuaUnion.id, '李小红'),
    await plant(tree.xinhuaUnion.id, '李小虹'),
  ]
  await world.owner.pool.query(
    `update people.person set phone_index = $1, phone_sealed = '\\x00' where id = any($2::uuid[])`,
    [phoneIndex(world.app.config.keys, phone), [first.id, second.id]],
  )
  const list = () => city.call(people.listDuplicates, {})
  expect(await list()).toMatchObject({ total: 1, rows: [{ because: 'same-phone-similar-name' }] })
  const county = world.as(officerAt(tree.ruzhou, ['people.read', 'people.merge']))
  expect((await county.call(people.listDuplicates, {})).total).toBe(0)
  await expect(county.call(people.keepPeopleApart, { first, second, reason })).rejects.toMatchObject({
    status: 404,
  })
  await expect(county.call(people.unmergePeople, { person: first, reason })).rejects.toMatchObject({
    status: 404,
  })
  await city.call(people.keepPeopleApart, { first, second, reason })
  expect((await list()).total).toBe(0)
  const merges = await city.call(people.listMerges, {})
  expect(merges.rows.some(({ undoneBy }) => undoneBy !== null)).toBe(true)
})

test('two rows stand side by side, masked; next door neither is seen', async () => {
  const [first, second] = [await plant(), await plant(tree.xinhuaUnion.id, '王五')]
  const seen = await city.call(people.comparePeople, { first, second })
  expect(seen).toMatchObject({ isSameName: false, isMerged: false, mayMerge: true })
  expect(seen.first.maskedDocument).toMatch(/^4104\*+/)
  const next = world.as(officerAt(tree.ruzhou, ['people.read', 'people.merge']))
  await expect(next.call(people.comparePeople, { first, second })).rejects.toMatchObject({ status: 404 })
})
