import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { OrganisationKind } from '../contract.ts'
import type { OrganisationTables } from './tables.ts'

export type Organisation = {
  readonly id: string
  readonly parentId: string | null
  readonly kind: OrganisationKind
  readonly name: string
  readonly adcode: string
  readonly creditCode: string | null
  readonly state: 'active' | 'dissolved'
  readonly version: number
  readonly path: string
}

export const tables = (ctx: Pick<Context, 'db'>) => ctx.db.withTables<OrganisationTables>()

export const columns = [
  'id',
  'parent_id as parentId',
  'kind',
  'name',
  'adcode',
  'credit_code as creditCode',
  'state',
  'version',
  sql<string>`path::text`.as('path'),
] as const

/** The tree path of a unit, or undefined where there is none. One indexed look. */
export async function unitPath(ctx: Context, organisationId: string): Promise<string | undefined> {
  const row = await tables(ctx)
    .selectFrom('organisations.organisation')
    .select(sql<string>`path::text`.as('path'))
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return row?.path
}

export async function findOrganisation(ctx: Context, id: string): Promise<Organisation | undefined> {
  return tables(ctx)
    .selectFrom('organisations.organisation')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Throws `not-found`. Answers dissolved organisations too. */
export async function getOrganisation(ctx: Context, id: string): Promise<Organisation> {
  const found = await findOrganisation(ctx, id)
  if (found === undefined) throw noSuchOrganisation()
  return found
}

/** Names of at most as many organisations as are asked for; unknown ids are left out. */
export async function organisationNames(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tables(ctx)
    .selectFrom('organisations.organisation')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Holds the row until the transaction ends; throws `not-found`. */
export async function lockOrganisation(
  ctx: Context,
  id: string,
  strength: 'share' | 'update',
): Promise<Organisation> {
  const query = tables(ctx).selectFrom('organisations.organisation').select(columns).where('id', '=', id)
  const row = await (strength === 'share' ? query.forShare() : query.forUpdate()).executeTakeFirst()
  if (row === undefined) throw noSuchOrganisation()
  return row
}

export const noSuchOrganisation = () => notFound({ zh: '组织', en: 'organisation' })

export type District = { readonly id: string; readonly name: string; readonly adcode: string }

/** The active county-level federations, by region code; a city has far fewer than 100. */
export async function listDistricts(ctx: Context): Promise<District[]> {
  return tables(ctx)
    .selectFrom('organisations.organisation')
    .select(['id', 'name', 'adcode'])
    .where('kind', '=', 'county-federation')
    .where('state', '=', 'active')
    .orderBy('adcode')
    .limit(100)
    .execute()
}
