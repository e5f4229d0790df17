import { sql } from 'kysely'
import { cityDay } from '#kernel/organisations/index.ts'
import type { Actor, Context, Credentials, Ports } from '#platform/context.ts'
import { secretHash } from '#platform/keys.ts'
import type { Module } from '#platform/module.ts'
import { identifyNamed } from './identify-named.ts'
import { identifyPartner } from './identify-partner.ts'
import { expandRoles, type HeldRole } from './rules/permissions-of-roles.ts'
import { SESSION_IDLE_DAYS, seeSession } from './sessions.ts'
import { rememberActor, rememberedActor } from './session-cache.ts'

export type At = Pick<Context, 'db' | 'config' | 'now'>

const anonymous: Actor = { kind: 'anonymous' }

/** What `Ports.identify` needs: the modules say which permissions a role comes to. */
export function makeAccess(modules: readonly Module[]): Pick<Ports, 'identify'> {
  return { identify: (at, credentials) => identify(modules, at, credentials) }
}

/**
 * Who is behind these credentials. A session or key known for less than five seconds costs no query, any other
 * one indexed query. Throws `several-persons` where a name at the command line is not enough.
 */
async function identify(modules: readonly Module[], at: At, credentials: Credentials): Promise<Actor> {
  const { sessionToken, partnerKey, named } = credentials
  if (named !== undefined) return identifyNamed(modules, at, named)
  if (sessionToken === undefined && partnerKey === undefined) return anonymous
  const purpose = sessionToken === undefined ? 'partner-key' : 'session'
  const hash = secretHash(at.config.keys, purpose, sessionToken ?? partnerKey!)
  const cacheKey = `${purpose}:${hash.toString('base64')}`
  const remembered = rememberedActor(at, cacheKey)
  if (remembered !== undefined) return remembered
  const actor =
    sessionToken === undefined ? await identifyPartner(at, hash) : await identifySession(modules, at, hash)
  rememberActor(at, cacheKey, actor)
  return actor
}

type SessionRow = {
  id: string
  accountId: string
  bk: number | null
  personId: string | null
  name: string | null
  lastSeenAt: Date
  roles: HeldRole[]
}

async function identifySession(modules: readonly Module[], at: At, hash: Buffer): Promise<Actor> {
  const { rows } = await sql<SessionRow>`
    select s.id, s.account_id as "accountId", s.person_bk as bk, s.person_id as "personId",
      s.last_seen_at as "lastSeenAt", p.name, ${rolesHeld(at.now, sql`s.person_bk`, sql`s.person_id`)} as roles
    from access.session s
    left join people.person p on p.bk = s.person_bk and p.id = s.person_id
    where s.token_hash = ${hash} and s.ended_at is null and s.expires_at > ${at.now}
      and s.last_seen_at > ${at.now}::timestamptz - make_interval(days => ${SESSION_IDLE_DAYS})`.execute(
    at.db,
  )
  const row = rows[0]
  if (row === undefined) return anonymous
  await seeSession(at, row)
  return accountActor(modules, { ...row, sessionId: row.id })
}

/** A person's active roles with the paths of their units, as JSON, so that it fits into one query. */
export const rolesHeld = (now: Date, bk: ReturnType<typeof sql>, id: ReturnType<typeof sql>) => sql<
  HeldRole[]
>`(
  select coalesce(json_agg(json_build_object('role', g.role, 'unit', o.path::text)), '[]')
  from access.role_grant g join organisations.organisation o on o.id = g.organisation_id
  where g.person_bk = ${bk} and g.person_id = ${id} and ${grantIsActive(now)})`

/** Of a row `g` of access.role_grant: begun, not run out, not ended. */
export const grantIsActive = (now: Date) => sql<boolean>`(g.valid_from <= ${cityDay(now)}
  and (g.valid_to is null or g.valid_to > ${cityDay(now)})
  and not exists (select from access.role_grant_end e where e.grant_id = g.id))`

type KnownAccount = Pick<SessionRow, 'accountId' | 'bk' | 'personId' | 'name' | 'roles'> & {
  sessionId: string | null
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
