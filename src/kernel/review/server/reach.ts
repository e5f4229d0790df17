import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { permissionIn, permissionsOf } from '../rules/moves.ts'
import type { Excluded, Procedure } from '../rules/procedure.ts'
import { heldRoles, rolesHolding } from '#kernel/access/index.ts'
import { proceduresOf } from './procedures.ts'

/** Which cases a caller reads, and which wait for them, as SQL over `c` (case), `s` (standing), `o` (its unit). */
export type Reach = {
  readonly words: readonly string[]
  readonly readable: ReturnType<typeof sql<boolean>>
  readonly waitsForMe: ReturnType<typeof sql<boolean>>
  readonly procedureIds: readonly string[]
}

type Readable = { readonly procedure: string; readonly unit: string }

type Waiting = Readable & {
  readonly state: string
  /** Roles that hold the permission waited for. */
  readonly roles: readonly string[]
  /** Every move of an officer from here is closed to these. */
  readonly notProposer: boolean
  readonly notActor: boolean
}

export function reachFor(ctx: Context, words: ReadonlySet<string>): Reach {
  const procedures = [...proceduresOf(ctx.modules).values()].map(({ procedure }) => procedure)
  const list = [...words]
  const readables = procedures.flatMap((procedure) => readablesOf(ctx, procedure))
  return {
    words: list,
    readable: readable(readables, list, procedures),
    waitsForMe: waitsForMe(ctx, procedures, list),
    procedureIds: [...new Set(readables.map(({ procedure }) => procedure))],
  }
}

const reach = (ctx: Context, permission: string) =>
  ctx.actor.kind === 'partner' ? [] : reachOf(ctx, permission)

function readablesOf(ctx: Context, procedure: Procedure): Readable[] {
  const permissions = [...permissionsOf(procedure), 'review.read']
  const units = new Set(permissions.flatMap((permission) => reach(ctx, permission)))
  return [...units].map((unit) => ({ procedure: procedure.id, unit }))
}

function readable(
  readables: readonly Readable[],
  words: readonly string[],
  procedures: readonly Procedure[],
) {
  return sql<boolean>`(c.procedure = any(${procedures.map(({ id }) => id)}) and (
    c.applicant = any(${words}) or c.proposer = any(${words})
    or exists (select from jsonb_to_recordset(${JSON.stringify(readables)}::jsonb) as r (procedure text, unit text)
      where r.procedure = c.procedure and o.path <@ r.unit::ltree)))`
}

/**
 * A case waits for its assignee; one on nobody's desk, for the holders nearest to it. Whoever may not decide it
 * does not count as near, and each time it rose lets the next level above see it too.
 */
function waitsForMe(ctx: Context, procedures: readonly Procedure[], words: readonly string[]) {
  const waiting = procedures.flatMap((procedure) => waitingOf(ctx, procedure))
  const applicants = procedures.flatMap(({ id, states }) =>
    Object.entries(states).flatMap(([state, { waitsFor }]) =>
      waitsFor === 'applicant' ? `${id} ${state}` : [],
    ),
  )
  return sql<boolean>`(s.is_open and (
    (c.applicant = any(${words}) and c.procedure || ' ' || s.state = any(${applicants}))
    or exists (select from jsonb_to_recordset(${JSON.stringify(waiting)}::jsonb) as w
        (procedure text, state text, unit text, roles text[], "notProposer" boolean, "notActor" boolean)
      where w.procedure = c.procedure and w.state = s.state and o.path <@ w.unit::ltree
        and not (w."notProposer" and (c.applicant = any(${words}) or c.proposer = any(${words})))
        and not (w."notActor" and exists (
          select from review.action a where a.case_id = c.id and a.actor = any(${words})))
        and case when s.assignee_id is not null then 'person:' || s.assignee_id = any(${words})
          else ${levelsNearer(ctx.now)} <= ${timesRisen} end)))`
}

const timesRisen = sql`(select count(*) from review.reminder r
  where r.case_id = c.id and r.action_no = s.seq and r.kind = 'risen')`

const levelsNearer = (now: Date) => sql`(select count(distinct g.unit)
  from ${heldRoles(now)} g
  where g.unit @> o.path and nlevel(g.unit) > nlevel(w.unit::ltree) and g.role = any(w.roles)
    and not (w."notProposer" and 'person:' || g.person_id in (c.applicant, c.proposer))
    and not (w."notActor" and exists (
      select from review.action a where a.case_id = c.id and a.actor = 'person:' || g.person_id)))`

function waitingOf(ctx: Context, procedure: Procedure): Waiting[] {
  return Object.entries(procedure.states).flatMap(([state, { waitsFor }]) => {
    const permission = permissionIn(waitsFor)
    if (permission === undefined) return []
    const moves = procedure.moves.filter(({ from, who }) => from.includes(state) && typeof who === 'object')
    const closedTo = (whom: Excluded) => moves.length > 0 && moves.every(({ notBy }) => notBy?.includes(whom))
    return reach(ctx, permission).map((unit) => ({
      procedure: procedure.id,
      state,
      unit,
      roles: rolesHolding(ctx, permission),
      notProposer: closedTo('proposer'),
      notActor: closedTo('any-earlier-actor'),
    }))
  })
}
