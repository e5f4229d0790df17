import type { Context } from '#platform/context.ts'

/** Who makes a change, as its record names them. */
export const madeBy = (ctx: Context): string => (ctx.actor.kind === 'anonymous' ? '—' : ctx.actor.name)
