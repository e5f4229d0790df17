import { sql } from 'kysely'
import type { Context, PersonKey } from '#platform/context.ts'
import { grantIsActive } from './known-account.ts'

/** Somebody who holds a permission at a unit or above it. */
export type Holder = {
  readonly person: PersonKey
  readonly name: string
  readonly organisationName: string
  /** How deep in the tree their unit lies; the deepest are the nearest. */
  readonly depth: number
}

const HOLDERS_MAX = 200

/** The roles that hold a permission, by the modules' manifests. */
export const rolesHolding = (ctx: Pick<Context, 'modules'>, permission: string): readonly string[] =>
  ctx.modules.flatMap(({ permissions }) => permissions[permission]?.roles ?? [])

/**
 * Roles held now, to be joined: `person_bk`, `person_id`, `role`, and of the unit `organisation_id`, `unit_name` and
 * `unit` (its path). For questions that put other modules' rows beside them; who may what is `reachOf`'s to say.
 */
export const heldRoles = (now: Date) => sql`(
  select g.person_bk, g.person_id, g.role, g.organisation_id, o.name as unit_name, o.path as unit
  from access.role_grant g join organisations.organisation o on o.id = g.organisation_id
  where ${grantIsActive(now)})`

/** Who holds a permission at a unit or above it, the nearest first; at most 200. */
export async function holdersAbove(ctx: Context, permission: string, path: string): Promise<Holder[]> {
  const { rows } = await sql<PersonKey & Omit<Holder, 'person'>>`
    select g.person_bk as bk, g.person_id as id, p.name, min(g.unit_name) as "organisationName",
      nlevel(g.unit) as depth
    from ${heldRoles(ctx.now)} g
    join people.person p on p.bk = g.person_bk and p.id = g.person_id
    where g.unit @> ${path}::ltree and g.role = any(${rolesHolding(ctx, permission)})
    group by g.person_bk, g.person_id, p.name, g.unit
    order by nlevel(g.unit) desc, g.person_id
    limit ${sql.lit(HOLDERS_MAX)}`.execute(ctx.db)
  return rows.map(({ bk, id, ...holder }) => ({ ...holder, person: { bk, id } }))
}
