import { sql } from 'kysely'
import type { Actor, Credentials, Ports } from '#platform/context.ts'
import { secretHash } from '#platform/keys.ts'
import type { Module } from '#platform/module.ts'
import { identifyNamed } from './identify-named.ts'
import { identifyPartner } from './identify-partner.ts'
import { accountActor, rolesHeld, type At, type KnownAccount } from './known-account.ts'
import { asOnePerson, isLinked } from './one-person.ts'
import { SESSION_IDLE_DAYS, seeSession } from './sessions.ts'
import { rememberActor, rememberedActor } from './session-cache.ts'

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

type SessionRow = Omit<KnownAccount, 'sessionId'> & {
  readonly id: string
  readonly lastSeenAt: Date
  readonly isLinked: boolean
}

async function identifySession(modules: readonly Module[], at: At, hash: Buffer): Promise<Actor> {
  const { rows } = await sql<SessionRow>`
    select s.id, s.account_id as "accountId", s.person_bk as bk, s.person_id as "personId",
      s.last_seen_at as "lastSeenAt", p.name, ${isLinked(sql`s.person_bk`, sql`s.person_id`)} as "isLinked",
      ${rolesHeld(at.now, sql`g.person_bk = s.person_bk and g.person_id = s.person_id`)} as roles
    from access.session s
    left join people.person p on p.bk = s.person_bk and p.id = s.person_id
    where s.token_hash = ${hash} and s.ended_at is null and s.expires_at > ${at.now}
      and s.last_seen_at > ${at.now}::timestamptz - make_interval(days => ${SESSION_IDLE_DAYS})`.execute(
    at.db,
  )
  const row = rows[0]
  if (row === undefined) return anonymous
  await seeSession(at, row)
  return accountActor(modules, { ...(await asOnePerson(at, row)), sessionId: row.id })
}
