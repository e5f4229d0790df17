import { sql } from 'kysely'
import { reachOf, requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'

export type Company = { readonly id: number; readonly unit: string; readonly name: string }

export const noSuchCompany = () => notFound({ zh: '公交公司', en: 'bus company' })

/** The company whose organisation this is, once the caller holds the permission there. */
export async function requireCompany(
  ctx: Context,
  permission:
    | 'green-travel.files'
    | 'green-travel.see-files'
    | 'green-travel.settle'
    | 'green-travel.answer'
    | 'green-travel.budget',
  unit: string,
): Promise<Company> {
  await requireAt(ctx, permission, unit)
  const { rows } = await sql<Company>`
    select c.id, o.id as unit, o.name from green_travel.company c
    join organisations.organisation o on o.id = c.organisation_id where o.id = ${unit}`.execute(ctx.db)
  if (rows[0] === undefined) throw noSuchCompany()
  return rows[0]
}

/** The companies where the caller holds the permission, for lists. */
export async function companiesInReach(
  ctx: Context,
  permission: string,
  unit?: string,
): Promise<readonly Company[]> {
  const { rows } = await sql<Company>`
    select c.id, o.id as unit, o.name from green_travel.company c
    join organisations.organisation o on o.id = c.organisation_id
    where o.path <@ any(${[...reachOf(ctx, permission)]}::ltree[])
      and (${unit ?? null}::uuid is null or o.id = ${unit ?? null})
    order by c.id`.execute(ctx.db)
  return rows
}
