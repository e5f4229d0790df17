import { sql } from 'kysely'
import { cityDay } from '#kernel/organisations/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'

export type Officer = {
  readonly person: PersonKey
  readonly name: string
  readonly organisationName: string
  /** How deep in the tree their unit lies; the deepest are the nearest to a case. */
  readonly depth: number
}

const OFFICERS_MAX = 200

/** The roles that hold a permission, by the modules' manifests. */
export const rolesHolding = (ctx: Context, permission: string): readonly string[] =>
  ctx.modules.flatMap(({ permissions }) => permissions[permission]?.roles ?? [])

/** Of a row `g` of access.role_grant: begun, not run out, not ended. */
export const grantIsActive = (now: Date) => sql<boolean>`(g.valid_from <= ${cityDay(now)}
  and (g.valid_to is null or g.valid_to > ${cityDay(now)})
  and not exists (select from access.role_grant_end e where e.grant_id = g.id))`

/** Who holds a permission at a unit or above it, the nearest first. */
export async function officersFor(ctx: Context, permission: string, path: string): Promise<Officer[]> {
  const { rows } = await sql<PersonKey & Omit<Officer, 'person'>>`
    select g.person_bk as bk, g.person_id as id, p.name, min(o.name) as "organisationName", nlevel(o.path) as depth
    from access.role_grant g
    join organisations.organisation o on o.id = g.organisation_id
    join people.person p on p.bk = g.person_bk and p.id = g.person_id
    where o.path @> ${path}::ltree and g.role = any(${rolesHolding(ctx, permission)}) and ${grantIsActive(ctx.now)}
    group by g.person_bk, g.person_id, p.name, o.path
    order by nlevel(o.path) desc, g.person_id
    limit ${sql.lit(OFFICERS_MAX)}`.execute(ctx.db)
  return rows.map(({ bk, id, ...officer }) => ({ ...officer, person: { bk, id } }))
}

/** The officers of one level: 0 the nearest to the case, 1 the next above it. */
export function atLevel(officers: readonly Officer[], level: number): readonly Officer[] {
  const depths = [...new Set(officers.map(({ depth }) => depth))].sort((a, b) => b - a)
  return officers.filter(({ depth }) => depth === depths[level])
}
