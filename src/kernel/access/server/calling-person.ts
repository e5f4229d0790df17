import type { Context, PersonKey } from '#platform/context.ts'

/** The person who calls, or null for a job, the operator or a partner's machine. */
export const callingPerson = (ctx: Context): PersonKey | null =>
  ctx.actor.kind === 'account' ? ctx.actor.person : null
