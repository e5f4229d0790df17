import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'

/** Where a statement ends: rides up to the month's end, of files recorded by the cut. */
export type Cut = {
  readonly company: number
  readonly month: number
  readonly cutAt: Date
  /** The statement before it: what that one held is not paid again. */
  readonly before:
    | { readonly month: number; readonly cutAt: Date; readonly earnedToDateFen: number }
    | undefined
}

export async function previousCut(ctx: Context, company: number, month: number): Promise<Cut['before']> {
  const { rows } = await sql<{ month: number; cutAt: Date; earnedToDateFen: number }>`
    select a.month, s.cut_at as "cutAt", (s.content ->> 'earnedToDateFen')::bigint as "earnedToDateFen"
    from green_travel.statement_approval a
    join green_travel.statement s on s.id = a.statement
    where a.company = ${company} and a.month < ${month} order by a.month desc limit 1`.execute(ctx.db)
  return rows[0]
}

/**
 * Rows of `ride_total` that a statement holds: of its months, recorded by its cut, and what of earlier months came after the
 * statement before. What connected readers asked was recorded as it was ridden, and belongs to its month. Two parts and not
 * one condition, so that each is found by its index and the years before are not read.
 */
export const totalsInCut = ({ company, month, cutAt, before }: Cut) => {
  const own = sql`select t.* from green_travel.ride_total t where t.company = ${company} and t.result = 0
    and t.day >= green_travel.first_of_month(${firstMonthOf({ month, before })})
    and t.day < green_travel.first_of_month(${month + 1}) and (t.file is null or t.recorded_at <= ${cutAt})`
  if (before === undefined) return sql`(${own})`
  return sql`(${own} union all
    select t.* from green_travel.ride_total t where t.company = ${company} and t.result = 0 and t.file is not null
      and t.recorded_at > ${before.cutAt} and t.recorded_at <= ${cutAt}
      and t.day < green_travel.first_of_month(${before.month + 1}))`
}

/**
 * The same of the journal itself: the statement's own months, and of the earlier ones only those into which a file brought
 * something since the statement before, so that no older partition is touched.
 */
export async function ridesInCut(ctx: Context, { company, month, cutAt, before }: Cut) {
  const own = sql`select r.union_fen from green_travel.ride r where r.company = ${company}
    and r.voucher >= ${firstMonthOf({ month, before })}::bigint << 40 and r.voucher < ${month + 1}::bigint << 40
    and (r.source = 1 or r.recorded_at <= ${cutAt})`
  if (before === undefined) return sql`(${own})`
  const { rows } = await sql<{ month: number }>`
    select distinct month from green_travel.month_recorded
    where recorded_at > ${before.cutAt} and month <= ${before.month}`.execute(ctx.db)
  const late = rows.map(
    (one) => sql` union all
    select r.union_fen from green_travel.ride r where r.company = ${company} and r.source = 2
      and r.recorded_at > ${before.cutAt} and r.recorded_at <= ${cutAt}
      and r.voucher >= ${one.month}::bigint << 40 and r.voucher < ${one.month + 1}::bigint << 40`,
  )
  return sql`(${own}${sql.join(late, sql``)})`
}

/** A month that was never settled by itself is in the next statement. */
const firstMonthOf = ({ month, before }: Pick<Cut, 'month' | 'before'>) =>
  before === undefined ? month : before.month + 1
