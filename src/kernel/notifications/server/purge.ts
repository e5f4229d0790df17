import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'

/** A message is kept for a year, read or not: what it told stands in the records themselves. */
export async function purge(ctx: Context): Promise<void> {
  await sql`delete from notifications.message where created_at < ${ctx.now}::timestamptz - interval '1 year'`.execute(
    ctx.db,
  )
}
