import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { callerOf } from './post.ts'

/** So that a great many that fall due at once hold no balance for long. */
const AT_ONCE = 200

/** Gives back what was held for longer than it may be; each end is one row, however many processes try. */
export async function expireDue(ctx: Context): Promise<number> {
  let ended = 0
  for (;;) {
    const { rows } = await sql<{ ended: number }>`
      select ledger.expire_due(${callerOf(ctx)}::jsonb, ${AT_ONCE}) as ended`.execute(ctx.db)
    ended += rows[0]!.ended
    if (rows[0]!.ended === 0) return ended
  }
}
