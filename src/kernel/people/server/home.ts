import { sql } from 'kysely'
import { holdsAt, requireAt, reachOf } from '#platform/authorise.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { forbidden } from '#platform/failures.ts'
import { noSuchPerson, tables, type Person } from './queries.ts'

/** Names the organisation that keeps a person's record: its officers, and those above, may see the person. */
export async function setHome(ctx: Context, person: PersonKey, organisationId: string | null): Promise<void> {
  await tables(ctx)
    .updateTable('people.person')
    .set({ home_organisation_id: organisationId })
    .where('bk', '=', person.bk)
    .where('id', '=', person.id)
    .execute()
}

/** The bulk door of `setHome`, for rosters. */
export async function setHomes(
  ctx: Context,
  people: readonly PersonKey[],
  organisationIds: readonly (string | null)[],
): Promise<void> {
  await sql`
    update people.person p set home_organisation_id = wanted.organisation_id
    from unnest(
      ${people.map((person) => person.bk)}::smallint[],
      ${people.map((person) => person.id)}::uuid[],
      ${organisationIds}::uuid[]) as wanted (bk, id, organisation_id)
    where p.bk = wanted.bk and p.id = wanted.id`.execute(ctx.db)
}

/** Somebody without a home is the city federation's: only whoever holds the permission there reaches them. */
export async function requireAtPerson(ctx: Context, permission: string, person: Person): Promise<void> {
  if (person.homeOrganisationId !== null) return requireAt(ctx, permission, person.homeOrganisationId)
  if (!reachOf(ctx, permission).includes('root')) throw forbidden(permission)
}

export const holdsAtPerson = async (ctx: Context, permission: string, person: Person): Promise<boolean> =>
  person.homeOrganisationId === null
    ? reachOf(ctx, permission).includes('root')
    : holdsAt(ctx, permission, person.homeOrganisationId)

/** The same as a condition on `people.person p`. */
export const withinReach = (ctx: Context, permission: string) => {
  const reach = reachOf(ctx, permission)
  return sql<boolean>`(
    (p.home_organisation_id is null and ${reach.includes('root')})
    or exists (
      select 1 from organisations.organisation home
      where home.id = p.home_organisation_id and home.path <@ any(${reach}::ltree[])))`
}

/** For reading: a person out of reach is answered like one that does not exist. */
export async function requireSeen(ctx: Context, permission: string, person: Person): Promise<void> {
  await requireAtPerson(ctx, permission, person).catch(() => {
    throw noSuchPerson()
  })
}
