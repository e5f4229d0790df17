import { sql, type RawBuilder } from 'kysely'
import { foldedFor, type AsOf } from '#kernel/figures/index.ts'
import type { Context } from '#platform/context.ts'
import { nextDay } from './fold-rides.ts'

const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`

/**
 * Rides and fen of the journal by month, route and company, as of a day and as it was known at a moment: a table expression of
 * `month, route, rides, union_fen`. Months that are over come folded; read row by row are the month of the day asked
 * for and what was recorded since the fold, so that it costs the same however old the records are.
 */
export async function rideTotals(ctx: Context, at: AsOf): Promise<RawBuilder<unknown>> {
  const thisMonth = sql`${firstOfMonth(at.asOf)}::date`
  const own = sql`
    select date_trunc('month', day)::date as month, route, rides::bigint, union_fen from green_travel.ride_total
    where result = 0 and day >= ${thisMonth} and day <= ${at.asOf}::date and recorded_at <= ${at.recordedUpTo}`
  const mark = await nextDay(ctx.db)
  if (mark === undefined) return sql`(${own})`
  const { isPast, before, from } = foldedFor(at, mark)
  // Folded by months of the record: of a moment that lies within folded days its own month is read as it stands.
  const since = isPast ? sql`${firstOfMonth(before)}::timestamp at time zone 'Asia/Shanghai'` : sql`${from}`
  const known = isPast ? sql`recorded_month < ${firstOfMonth(before)}::date` : sql`true`
  return sql`(
    select month, nullif(route, 0) as route, rides, union_fen from green_travel.ride_rollup
    where month < ${thisMonth} and ${known}
    union all
    select date_trunc('month', day)::date, route, rides, union_fen from green_travel.ride_total
    where result = 0 and recorded_at >= ${since} and recorded_at <= ${at.recordedUpTo} and day < ${thisMonth}
    union all ${own})`
}
