import { sql } from 'kysely'
import type { Context } from './context.ts'

/**
 * Deletes remembered commands after a week: a phone that was off line that long no longer repeats one, and an answer
 * that names people is kept no longer than a repeat may need it.
 */
export async function forgetCommandKeys(ctx: Context): Promise<void> {
  await sql`delete from platform.command_key where at < ${ctx.now}::timestamptz - interval '7 days'`.execute(
    ctx.db,
  )
}
