import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import type { AsOf } from '../figure.ts'
import { remember } from './remember.ts'

/** Before this no federation kept records that a figure could count. */
const FIRST_DAY = '1949-10-01'

/** The day asked for, or today; refuses a day to come. */
export function dayAsked(ctx: Context, day: string | undefined): string {
  const today = cityDay(ctx.now)
  if (day === undefined) return today
  if (day >= FIRST_DAY && day <= today) return day
  throw invalid('day-out-of-range', {
    field: 'asOf',
    reason: { zh: '这一天还没有到，或者太早。', en: 'That day has not come yet, or lies too far back.' },
    accepted: { zh: `${FIRST_DAY} 至 ${today}`, en: `${FIRST_DAY} to ${today}` },
  })
}

/** That day by all that is recorded now. */
export async function asKnownNow(ctx: Context, day: string | undefined): Promise<AsOf> {
  const asOf = dayAsked(ctx, day)
  return remember(ctx, `at ${asOf}`, async () => ({ asOf, recordedUpTo: await databaseTime(ctx) }))
}

/**
 * The database's clock, since it stamps `recorded_at`. Rounded up to the millisecond that a Date holds, so that what
 * was recorded just now counts.
 */
export async function databaseTime(ctx: Context): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`
    select date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond' as now`.execute(ctx.db)
  return rows[0]!.now
}
