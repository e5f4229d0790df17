import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'

/**
 * Deletes what limits nothing any more: codes and second proofs after a day, so that no address is kept longer
 * than its limit needs, and sessions 90 days after they could last be used.
 */
export async function sweep(ctx: Context): Promise<void> {
  await sql`delete from access.sign_in_code
    where asked_at < ${ctx.now}::timestamptz - interval '1 day'`.execute(ctx.db)
  await sql`delete from access.proof_attempt
    where at < ${ctx.now}::timestamptz - interval '1 day'`.execute(ctx.db)
  await sql`delete from access.session
    where least(ended_at, expires_at) < ${ctx.now}::timestamptz - interval '90 days'`.execute(ctx.db)
}
