import type { Context, PersonKey } from '#platform/context.ts'
import { Failure, unauthenticated } from '#platform/failures.ts'

/** The person who calls; refuses whoever is not signed in, or whose document is not known yet. */
export function requirePerson(ctx: Context): PersonKey {
  if (ctx.actor.kind !== 'account') throw unauthenticated()
  if (ctx.actor.person !== null) return ctx.actor.person
  throw new Failure(403, 'person-unknown', {
    zh: '请先完成实名，或选择本人身份。',
    en: 'Please say who you are first.',
  })
}

/** The person who calls, or null for a job, the operator or a partner's machine. */
export const callingPerson = (ctx: Context): PersonKey | null =>
  ctx.actor.kind === 'account' ? ctx.actor.person : null
