import type { Actor, Context } from '#platform/context.ts'
import { notFound, unauthenticated } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { access } from '../contract.ts'
import { endSessions, SESSION_IDLE_DAYS } from './sessions.ts'
import { tables } from './tables.ts'

const DAY_MS = 86_400_000

/** Never refuses: whoever is signed out already stays so, and the cookie goes. */
export const signOut: Handler<typeof access.signOut> = async (ctx) => {
  if (ctx.actor.kind === 'account' && ctx.actor.sessionId !== null) {
    await endSessions(ctx, { sessionId: ctx.actor.sessionId }, 'signed-out')
  }
  if (ctx.effects !== undefined) ctx.effects.session = null
  return {}
}

export const listSessions: Handler<typeof access.listSessions> = async (ctx) => {
  const { accountId, sessionId } = requireAccount(ctx)
  const rows = await tables(ctx)
    .selectFrom('access.session')
    .select([
      'id',
      'device',
      'way',
      'created_at as createdAt',
      'last_seen_at as lastSeenAt',
      'expires_at as expiresAt',
    ])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .where('last_seen_at', '>', new Date(ctx.now.getTime() - SESSION_IDLE_DAYS * DAY_MS))
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute()
  return { rows: rows.map((row) => ({ ...row, current: row.id === sessionId })), total: rows.length }
}

export const endSession: Handler<typeof access.endSession> = async (ctx, { id }) => {
  const { accountId, sessionId } = requireAccount(ctx)
  const ended = await endSessions(ctx, { sessionId: id, accountId }, 'ended-by-owner')
  if (ended === 0) throw notFound({ zh: '登录设备', en: 'session' })
  if (id === sessionId && ctx.effects !== undefined) ctx.effects.session = null
  return {}
}

export const endOtherSessions: Handler<typeof access.endOtherSessions> = async (ctx) => {
  const { accountId, sessionId } = requireAccount(ctx)
  return { ended: await endSessions(ctx, { accountId, exceptSessionId: sessionId }, 'ended-by-owner') }
}

function requireAccount(ctx: Context): Actor & { kind: 'account' } {
  if (ctx.actor.kind !== 'account') throw unauthenticated()
  return ctx.actor
}
