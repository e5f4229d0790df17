import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { monthOfDay } from '../rules/voucher-number.ts'

const MONTHS_AHEAD = 2

/** The journal's partitions of this month and the next ones, long before a ride asks for them. */
export async function prepareMonths(ctx: Context): Promise<void> {
  const month = monthOfDay(cityDay(ctx.now))
  for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead += 1)
    await sql`select green_travel.prepare_month(${month + ahead})`.execute(ctx.db)
}
