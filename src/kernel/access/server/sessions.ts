import { sql } from 'kysely'
import type { Context, PersonKey } from '#platform/context.ts'
import { newId, randomToken } from '#platform/ids.ts'
import { secretHash } from '#platform/keys.ts'
import { deviceName } from './rules/device-name.ts'
import { forgetActors } from './session-cache.ts'
import { tables, type SignInWay } from './tables.ts'

const SESSION_DAYS = 30
export const SESSION_IDLE_DAYS = 7
const DAY_MS = 86_400_000

export type NewSession = {
  readonly accountId: string
  /** Null until somebody is chosen, or where nobody is known behind the phone yet. */
  readonly person: PersonKey | null
  readonly way: SignInWay
  /** The browser's words for itself. */
  readonly device: string
}

/** Opens a session and hands its token to the transport; ends the one that was open there. */
export async function openSession(ctx: Context, wish: NewSession): Promise<void> {
  if (ctx.actor.kind === 'account' && ctx.actor.sessionId !== null) {
    await endSessions(ctx, { sessionId: ctx.actor.sessionId }, 'replaced')
  }
  const token = randomToken()
  const until = new Date(ctx.now.getTime() + SESSION_DAYS * DAY_MS)
  await tables(ctx)
    .insertInto('access.session')
    .values({
      id: newId(ctx.now.getTime()),
      token_hash: secretHash(ctx.config.keys, 'session', token),
      account_id: wish.accountId,
      person_bk: wish.person?.bk ?? null,
      person_id: wish.person?.id ?? null,
      way: wish.way,
      device: deviceName(wish.device),
      created_at: ctx.now,
      last_seen_at: ctx.now,
      expires_at: until,
    })
    .execute()
  if (ctx.effects !== undefined) ctx.effects.session = { token, until }
}

export type WhichSessions = {
  readonly sessionId?: string
  readonly accountId?: string
  readonly person?: PersonKey
  readonly exceptSessionId?: string | null
}

/** Ends the open sessions that match all that is said; answers how many. */
export async function endSessions(ctx: Context, which: WhichSessions, why: string): Promise<number> {
  const { sessionId, accountId, person, exceptSessionId } = which
  let update = tables(ctx)
    .updateTable('access.session')
    .set({ ended_at: ctx.now, end_reason: why })
    .where('ended_at', 'is', null)
  if (sessionId !== undefined) update = update.where('id', '=', sessionId)
  if (accountId !== undefined) update = update.where('account_id', '=', accountId)
  if (person !== undefined)
    update = update.where('person_bk', '=', person.bk).where('person_id', '=', person.id)
  if (exceptSessionId != null) update = update.where('id', '<>', exceptSessionId)
  const { numUpdatedRows } = await update.executeTakeFirst()
  forgetActors(ctx)
  return Number(numUpdatedRows)
}

/** Notes that a session is in use, at most once a minute. */
export async function seeSession(
  at: Pick<Context, 'db' | 'now'>,
  session: { readonly id: string; readonly lastSeenAt: Date },
): Promise<void> {
  if (at.now.getTime() - session.lastSeenAt.getTime() < 60_000) return
  await sql`update access.session set last_seen_at = ${at.now}
    where id = ${session.id} and last_seen_at < ${at.now}`.execute(at.db)
}
