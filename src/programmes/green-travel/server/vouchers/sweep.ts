import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { judgeEligibility } from './eligibility.ts'
import { holdersAmong } from './holders.ts'
import { revokeVouchersOf, ridersOf } from './own-vouchers.ts'
import { tables } from '../tables.ts'

const WATERMARK = 'standing'
/** A slower transaction may still commit a row that was recorded this long ago: looked at twice rather than not at all. */
const OVERLAP_SECONDS = 120
const VOIDS_A_TURN = 2_000

/**
 * Whoever is no member in good standing any more, or withdrew a consent, has their vouchers revoked: at most a turn of this
 * job later. What began after the watermark is looked at, so that a quiet minute costs nothing.
 */
export async function revokeAfterChange(ctx: Context): Promise<void> {
  const known = await tables(ctx)
    .selectFrom('green_travel.watermark')
    .select('up_to')
    .where('name', '=', WATERMARK)
    .executeTakeFirst()
  for (const person of await holdersAmong(ctx, await changedSince(ctx, known?.up_to ?? new Date(0)))) {
    const standing = await judgeEligibility(ctx, person, 'now')
    // A pause or a budget at its end stops new vouchers; those that are out are paid for.
    const isOut = standing === 'not-on-roll' || standing === 'retained' || standing === 'no-consent'
    const endsEarly = typeof standing !== 'string' && standing.days.length < standing.terms.voucher_days
    if (isOut || endsEarly) await revokeVouchersOf(ctx, await ridersOf(ctx, person, 0), '资格变化')
  }
  await tables(ctx)
    .insertInto('green_travel.watermark')
    .values({ name: WATERMARK, up_to: ctx.now })
    .onConflict((clash) => clash.column('name').doUpdateSet({ up_to: ctx.now }))
    .execute()
}

async function changedSince(ctx: Context, upTo: Date): Promise<PersonKey[]> {
  const from = new Date(upTo.getTime() - OVERLAP_SECONDS * 1000)
  const { rows } = await sql<PersonKey>`
    select bk, person_id as id from memberships.membership_history where recorded_at >= ${from}
    union
    select bk, person_id from people.consent
    where recorded_at >= ${from} and not given and purpose in ('ride-traces', 'bus-operator')`.execute(ctx.db)
  return rows
}

/** Gives back what stayed unused, bucket by bucket, each in a transaction of its own. */
export async function voidDue(ctx: Context): Promise<void> {
  const today = cityDay(ctx.now)
  for (let bk = 0; bk < 64; bk += 1)
    await sql`select green_travel.void_due(${bk}::smallint, ${today}, ${ctx.now}, ${VOIDS_A_TURN})`.execute(
      ctx.db,
    )
}
