import { sql } from 'kysely'
import { sameAs, survivorOf } from '#kernel/people/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { monthOfDay } from '../../rules/voucher-number.ts'
import { findPseudonym } from './pseudonym.ts'

export type Rider = { readonly bk: number; readonly month: number; readonly rider: string }

/** The pseudonyms of a person, this month's, the next one's and those of so many months back; merged rows included. */
export async function ridersOf(ctx: Context, person: PersonKey, monthsBack: number): Promise<Rider[]> {
  const thisMonth = monthOfDay(cityDay(ctx.now))
  const rows = await sameAs(ctx, await survivorOf(ctx, person))
  const riders: Rider[] = []
  for (let month = thisMonth - monthsBack; month <= thisMonth + 1; month += 1) {
    for (const row of rows) {
      const rider = await findPseudonym(ctx, month, row)
      if (rider !== undefined) riders.push({ bk: row.bk, month, rider })
    }
  }
  return riders
}

/** The pseudonyms of all months whose rides may still be kept one by one. */
export async function ridersKept(ctx: Context, person: PersonKey): Promise<Rider[]> {
  const { rows } = await sql<{ months: number }>`select coalesce(max(retention_months), 0) as months
    from green_travel.terms`.execute(ctx.db)
  return ridersOf(ctx, person, rows[0]!.months + 1)
}

/** Revokes what is live of these riders; answers how many vouchers there were. */
export async function revokeVouchersOf(ctx: Context, riders: readonly Rider[], why: string): Promise<number> {
  let revoked = 0
  for (const { bk, month, rider } of riders) {
    const { rows } = await sql<{ revoked: number }>`
      select count(*) filter (where green_travel.revoke_voucher(bk::smallint, id, ${ctx.now}, ${why})) as revoked
      from green_travel.voucher
      where bk = ${bk} and month = ${month} and rider = ${rider} and refused_from is null
        and first_day + 3 > ${cityDay(ctx.now)}::date`.execute(ctx.db)
    revoked += rows[0]!.revoked
  }
  return revoked
}
