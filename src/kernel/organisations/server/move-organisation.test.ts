import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemContext } from '#kernel/people/server/testing/plant-person.ts'
import type { Context } from '#platform/context.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { organisations } from '../contract.ts'
import {
  changeOrganisation,
  createOrganisation,
  dissolveOrganisation,
  getOrganisation,
  moveOrganisation,
} from '../index.ts'
import { officerAt, plantTree, type PlantedTree } from './testing/plant-tree.ts'

let world: World
let tree: PlantedTree
let ctx: Context

beforeAll(async () => {
  world = await makeWorld()
  tree = await plantTree(world.owner.db)
  ctx = systemContext(world.app)
})
afterAll(() => world.close())

test('what is moved takes all below it along, and rights follow the tree', async () => {
  const group = await createOrganisation(ctx, {
    parentId: tree.xinhuaUnion.id,
    kind: 'union-group',
    name: '一组',
    adcode: '410402',
  })
  const [before, after] = [tree.xinhua, tree.ruzhou].map((county) =>
    world.as(officerAt(county, ['organisations.read'])),
  )
  const moved = await moveOrganisation(ctx, tree.xinhuaUnion.id, tree.ruzhou.id)
  expect(moved).toMatchObject({ parentId: tree.ruzhou.id, version: 2 })
  expect((await getOrganisation(ctx, group.id)).path).toBe(`${moved.path}.${group.path.split('.').at(-1)}`)
  const shown = await after!.call(organisations.getOrganisation, { id: group.id })
  expect(shown.lineage.map(({ name }) => name)).toContain('汝州市总工会')
  await expect(before!.call(organisations.getOrganisation, { id: group.id })).rejects.toMatchObject({
    status: 404,
  })
})

test('it goes nowhere that it may not stand, nor below itself, nor where it is', async () => {
  const move = (id: string, to: string) => moveOrganisation(ctx, id, to)
  await expect(move(tree.ruzhouUnion.id, tree.ruzhou.id)).rejects.toMatchObject({ code: 'same-parent' })
  await expect(move(tree.xinhua.id, tree.ruzhou.id)).rejects.toMatchObject({ code: 'kind-not-below' })
  await expect(move(tree.xinhua.id, tree.xinhua.id)).rejects.toMatchObject({ code: 'parent-below' })
  await expect(move(tree.city.id, tree.xinhua.id)).rejects.toMatchObject({ code: 'parent-below' })
})

test('a new name and an end are dated lines of its history', async () => {
  const union = await createOrganisation(ctx, {
    parentId: tree.ruzhou.id,
    kind: 'joint-union',
    name: '快递行业联合工会',
    adcode: '410482',
  })
  await changeOrganisation(ctx, union.id, { name: '快递物流行业联合工会' })
  await dissolveOrganisation(ctx, union.id)
  const { history } = await world.system.call(organisations.getOrganisation, { id: union.id })
  expect(history.map(({ name, state }) => `${name} ${state}`)).toEqual([
    '快递行业联合工会 active',
    '快递物流行业联合工会 active',
    '快递物流行业联合工会 dissolved',
  ])
  await expect(changeOrganisation(ctx, union.id, { name: '又一个' })).rejects.toMatchObject({
    code: 'already-dissolved',
  })
})
