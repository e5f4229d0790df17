import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'

/** Where a statement ends: rides up to the month's end, of files recorded by the cut. */
export type Cut = {
  readonly company: number
  readonly month: number
  readonly cutAt: Date
  /** The statement before it: what that one held is not paid again. */
  readonly before: { readonly month: number; readonly cutAt: Date } | undefined
}

export async function previousCut(ctx: Context, company: number, month: number): Promise<Cut['before']> {
  const { rows } = await sql<{ month: number; cutAt: Date }>`
    select a.month, s.cut_at as "cutAt" from green_travel.statement_approval a
    join green_travel.statement s on s.id = a.statement
    where a.company = ${company} and a.month < ${month} order by a.month desc limit 1`.execute(ctx.db)
  return rows[0]
}

/**
 * Rows of `ride_total t` that a statement holds: of the month or earlier, recorded by its cut, and in no statement before.
 * What connected readers asked was recorded as it was ridden, and belongs to its month.
 */
export const inCut = ({ company, month, cutAt, before }: Cut) =>
  before === undefined
    ? sql`t.company = ${company} and t.result = 0 and t.day < green_travel.first_of_month(${month + 1})
        and t.day >= green_travel.first_of_month(${month}) and (t.file is null or t.recorded_at <= ${cutAt})`
    : sql`t.company = ${company} and t.result = 0 and t.day < green_travel.first_of_month(${month + 1})
        and (t.file is null or t.recorded_at <= ${cutAt})
        and (t.day >= green_travel.first_of_month(${before.month + 1})
          or (t.file is not null and t.recorded_at > ${before.cutAt}))`

/** The same of `ride r`, the journal itself. */
export const ridesInCut = ({ company, month, cutAt, before }: Cut) =>
  before === undefined
    ? sql`r.company = ${company} and r.voucher < ${month + 1}::bigint << 40 and r.voucher >= ${month}::bigint << 40
        and (r.source = 1 or r.recorded_at <= ${cutAt})`
    : sql`r.company = ${company} and r.voucher < ${month + 1}::bigint << 40
        and (r.source = 1 or r.recorded_at <= ${cutAt})
        and (r.voucher >= ${before.month + 1}::bigint << 40
          or (r.source = 2 and r.recorded_at > ${before.cutAt}))`
