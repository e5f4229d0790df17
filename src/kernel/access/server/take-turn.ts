import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'

/** A number for each kind of turn, so that a phone never waits for an account that hashes alike. */
const TURNS = { phone: 4_101, address: 4_102, account: 4_103, officers: 4_104 } as const

/**
 * Waits until no other transaction has this turn, and keeps it until this one ends: what is counted next stays
 * true until the commit. Take several in the order in which they stand above, so that nobody waits in a circle.
 */
export async function takeTurn(ctx: Context, kind: keyof typeof TURNS, of: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${TURNS[kind]}, hashtext(${of}))`.execute(ctx.db)
}
