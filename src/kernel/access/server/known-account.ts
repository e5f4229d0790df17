import { sql, type RawBuilder } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Actor, Context } from '#platform/context.ts'
import type { Module } from '#platform/module.ts'
import { expandRoles, type HeldRole } from './rules/permissions-of-roles.ts'

/** What is known of a caller before there is a context. */
export type At = Pick<Context, 'db' | 'config' | 'now'>

/**
 * The active roles of whoever `isTheirs` says of a row `g` of access.role_grant, with the paths of their units; as JSON,
 * so that it fits into one query.
 */
export const rolesHeld = (now: Date, isTheirs: RawBuilder<unknown>) => sql<HeldRole[]>`(
  select coalesce(json_agg(json_build_object('role', g.role, 'unit', o.path::text)), '[]')
  from access.role_grant g join organisations.organisation o on o.id = g.organisation_id
  where ${isTheirs} and ${grantIsActive(now)})`

/** Of a row `g` of access.role_grant: begun, not run out, not ended. */
export const grantIsActive = (now: Date) => sql<boolean>`(g.valid_from <= ${cityDay(now)}
  and (g.valid_to is null or g.valid_to > ${cityDay(now)})
  and not exists (select from access.role_grant_end e where e.grant_id = g.id))`

export type KnownAccount = {
  readonly accountId: string
  /** Null for somebody named at the command line. */
  readonly sessionId: string | null
  readonly bk: number | null
  readonly personId: string | null
  readonly name: string | null
  readonly roles: HeldRole[]
}

export function accountActor(modules: readonly Module[], known: KnownAccount): Actor {
  const { accountId, sessionId, bk, personId, name, roles } = known
  return {
    kind: 'account',
    accountId,
    sessionId,
    person: bk === null || personId === null ? null : { bk, id: personId },
    name: name ?? '',
    roles: [...new Set(roles.map((held) => held.role))],
    grants: expandRoles(modules, roles),
  }
}
