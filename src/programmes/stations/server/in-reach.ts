import { sql } from 'kysely'
import { ROOT_PATH } from '#kernel/organisations/index.ts'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'

/** Of a row `station`: it lies where the caller holds the permission. */
export function inReach(ctx: Context, permission: string) {
  // The city's own officers see every station there is: asking of each where it lies would answer nothing.
  return isEverywhere(ctx, permission) ? sql<boolean>`true` : liesBelow(reachOf(ctx, permission))
}

/** The whole city is within the caller's reach. */
export const isEverywhere = (ctx: Context, permission: string): boolean =>
  reachOf(ctx, permission).includes(ROOT_PATH)

/** Of a row `station`: it lies at one of these units or below. */
export const liesBelow = (reach: readonly string[]) => sql<boolean>`station.organisation_id in (
    select o.id from organisations.organisation o where o.path <@ any(${reach}::ltree[]))`
