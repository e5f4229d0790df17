import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOrganisation } from '#kernel/organisations/index.ts'
import { plantTree, type PlantedTree } from '#kernel/organisations/server/testing/plant-tree.ts'
import { plantPerson, systemContext } from '#kernel/people/server/testing/plant-person.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { activeMembership, admit, retainAll, setRetained, standingOn, transferMany } from '../index.ts'
import { tables } from './queries.ts'

let world: World
let tree: PlantedTree
let ctx: Context
let serial = 0

beforeAll(async () => {
  world = await makeWorld()
  tree = await plantTree(world.owner.db)
  ctx = systemContext(world.app)
})
afterAll(() => world.close())

const newUnion = () =>
  createOrganisation(ctx, {
    parentId: tree.xinhua.id,
    kind: 'grassroots-union',
    name: '一家工会',
    adcode: '410402',
  })

/** Today in the world of the tests is 2026-11-23. */
const TODAY = '2026-11-23'

async function enrol(organisationId: string, fromDay: string, isRetained: boolean): Promise<PersonKey> {
  const person = await plantPerson(world.app, (serial += 1), null)
  await admit(ctx, { person, organisationId, fromDay, newForm: serial % 2 === 0 })
  if (isRetained) await setRetained(ctx, { person, retained: true, fromDay })
  return person
}

const roll = fc.array(
  fc.record({
    fromDay: fc.constantFrom('2024-05-01', '2026-11-22', TODAY),
    isRetained: fc.boolean(),
    wishesToMove: fc.boolean(),
  }),
  { maxLength: 6 },
)

test('a union ends: who wishes moves, everybody else is retained, and nobody is lost or doubled', async () => {
  await fc.assert(
    fc.asyncProperty(roll, async (plan) => {
      const [old, next] = [await newUnion(), await newUnion()]
      const people: PersonKey[] = []
      for (const { fromDay, isRetained } of plan) people.push(await enrol(old.id, fromDay, isRetained))
      const only = people.filter((_, at) => plan[at]!.wishesToMove)
      await transferMany(ctx, {
        fromOrganisationId: old.id,
        toOrganisationId: next.id,
        fromDay: TODAY,
        only,
      })
      await retainAll(ctx, old.id, TODAY)
      for (const [at, person] of people.entries()) {
        const { fromDay, isRetained, wishesToMove } = plan[at]!
        const hasMoved = wishesToMove && fromDay < TODAY
        expect(await activeMembership(ctx, person)).toMatchObject({
          organisationId: hasMoved ? next.id : old.id,
          status: hasMoved && !isRetained ? 'active' : 'retained',
        })
        expect(await standingOn(ctx, person, TODAY)).toMatchObject({
          organisationId: hasMoved ? next.id : old.id,
          status: hasMoved && !isRetained ? 'active' : 'retained',
        })
        // No day between the two, and the earlier days stay as they were.
        if (fromDay < TODAY) {
          const before = await standingOn(ctx, person, '2026-11-22')
          expect(before).toMatchObject({ organisationId: old.id })
        }
      }
      expect(await lastingIn([old.id, next.id])).toBe(people.length)
    }),
    { numRuns: 12 },
  )
})

async function lastingIn(organisationIds: readonly string[]): Promise<number> {
  const { lasting } = await tables(ctx)
    .selectFrom('memberships.membership')
    .select((select) => select.fn.countAll<number>().as('lasting'))
    .where('organisation_id', 'in', [...organisationIds])
    .where('to_day', 'is', null)
    .executeTakeFirstOrThrow()
  return lasting
}

test('a whole roll moves where nobody is named', async () => {
  const [old, next] = [await newUnion(), await newUnion()]
  await enrol(old.id, '2024-05-01', false)
  await enrol(old.id, '2024-05-01', true)
  const moving = { fromOrganisationId: old.id, toOrganisationId: next.id, fromDay: TODAY }
  expect(await transferMany(ctx, moving)).toBe(2)
  expect(await transferMany(ctx, moving)).toBe(0)
  expect(await lastingIn([next.id])).toBe(2)
})
