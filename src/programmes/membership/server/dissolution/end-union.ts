import { membersOf, retainAll, transferMany } from '#kernel/memberships/index.ts'
import { dissolveOrganisation, getOrganisation, type Organisation } from '#kernel/organisations/index.ts'
import { personKeyText } from '#kernel/people/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { endOffices } from '../terms/begin-term.ts'
import { tables, type MatterOutcome } from '../terms/tables.ts'
import { tellMoved, tellRetained } from './tell-members.ts'

/**
 * 工会法 article 13: the union goes, the memberships stay. Whoever named another union moves there today; everybody else
 * is kept (retained) until they ask for a transfer. Nobody is lost, whatever they said or did not say.
 */
export async function dissolveUnion(
  ctx: Context,
  union: Organisation,
  matterId: string,
): Promise<MatterOutcome> {
  const today = cityDay(ctx.now)
  let moved = 0
  for (const [toOrganisationId, only] of await wishesOf(ctx, matterId))
    moved += await moveOver(ctx, union, { toOrganisationId, fromDay: today, only })
  const retained = await keepTheRest(ctx, union, today)
  await endWithGroups(ctx, union, today, '工会撤销')
  return { moved, retained }
}

/** The whole roll goes over; whoever joined today has no day before to end on, and is kept. */
export async function mergeUnion(ctx: Context, union: Organisation, intoId: string): Promise<MatterOutcome> {
  const today = cityDay(ctx.now)
  const moved = await moveOver(ctx, union, { toOrganisationId: intoId, fromDay: today })
  const retained = await keepTheRest(ctx, union, today)
  await endWithGroups(ctx, union, today, '工会合并')
  return { moved, retained }
}

type Moving = Omit<Parameters<typeof transferMany>[1], 'fromOrganisationId'>

/** Whoever left this union's roll by it is told where they belong now. */
async function moveOver(ctx: Context, union: Organisation, moving: Moving): Promise<number> {
  const before = await membersOf(ctx, union.id)
  const moved = await transferMany(ctx, { fromOrganisationId: union.id, ...moving })
  const still = new Set((await membersOf(ctx, union.id)).map(personKeyText))
  const { name } = await getOrganisation(ctx, moving.toOrganisationId)
  const gone = before.filter((key) => !still.has(personKeyText(key)))
  await tellMoved(ctx, gone, union, name)
  return moved
}

/** Whoever is left, those who were retained before included, learns that the union is gone. */
async function keepTheRest(ctx: Context, union: Organisation, day: string): Promise<number> {
  const retained = await retainAll(ctx, union.id, day)
  await tellRetained(ctx, await membersOf(ctx, union.id), union)
  return retained
}

/** Wishes whose union was dissolved meanwhile count as silence. */
async function wishesOf(ctx: Context, matterId: string): Promise<Map<string, PersonKey[]>> {
  const rows = await tables(ctx)
    .selectFrom('membership.dissolution_wish as wish')
    .innerJoin('organisations.organisation as target', 'target.id', 'wish.to_organisation_id')
    .select(['wish.person_bk as bk', 'wish.person_id as id', 'wish.to_organisation_id as toOrganisationId'])
    .where('wish.matter_id', '=', matterId)
    .where('target.state', '=', 'active')
    .orderBy('wish.to_organisation_id')
    .limit(100_000)
    .execute()
  const byTarget = new Map<string, PersonKey[]>()
  for (const { toOrganisationId, ...person } of rows)
    byTarget.set(toOrganisationId, [...(byTarget.get(toOrganisationId) ?? []), person])
  return byTarget
}

/** A union's groups end with it; unions or hosts below it do not, and the kernel refuses while they stand. */
async function endWithGroups(ctx: Context, union: Organisation, day: string, why: string): Promise<void> {
  await endOffices(ctx, union.id, day, why)
  const groups = await tables(ctx)
    .selectFrom('organisations.organisation')
    .select('id')
    .where('parent_id', '=', union.id)
    .where('kind', '=', 'union-group')
    .where('state', '=', 'active')
    .limit(1_000)
    .execute()
  for (const { id } of groups) await dissolveOrganisation(ctx, id)
  await dissolveOrganisation(ctx, union.id)
}
