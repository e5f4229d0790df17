import { sql } from 'kysely'
import { ROOT_PATH } from '#kernel/organisations/index.ts'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'

/** Of a row `station`: it lies where the caller holds the permission. */
export function inReach(ctx: Context, permission: string) {
  const reach = reachOf(ctx, permission)
  // The city's own officers see every station there is: asking of each where it lies would answer nothing.
  if (reach.includes(ROOT_PATH)) return sql<boolean>`true`
  return sql<boolean>`station.organisation_id in (
    select o.id from organisations.organisation o where o.path <@ any(${reach}::ltree[]))`
}
