import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import { reachOf, requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import { invalid } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { rootUnit } from '../root-unit.ts'
import { tables } from '../tables.ts'

/** Terms by the day from which they hold, the newest first. Everybody on the programme's staff reads them. */
export const listTerms: Handler<typeof greenTravel.listTerms> = async (ctx) => {
  if (reachOf(ctx, 'green-travel.read').length === 0) return { rows: [] }
  const rows = await tables(ctx)
    .selectFrom('green_travel.terms')
    .selectAll()
    .orderBy('from_day', 'desc')
    .limit(200)
    .execute()
  return {
    rows: rows.map((row) => ({
      id: row.id,
      fromDay: row.from_day,
      memberFen: row.member_fen,
      unionFen: row.union_fen,
      ridesPerDay: row.rides_per_day,
      ridesPerMonth: row.rides_per_month,
      voucherDays: row.voucher_days,
      codeSeconds: row.code_seconds,
      clockToleranceSeconds: row.clock_tolerance_seconds,
      lateDays: row.late_days,
      retentionMonths: row.retention_months,
      madeBy: row.made_by,
    })),
  }
}

/** New terms hold from tomorrow at the earliest: a voucher keeps those under which it was issued. */
export const setTerms: Handler<typeof greenTravel.setTerms> = async (ctx, input) => {
  const root = await rootUnit(ctx)
  await requireAt(ctx, 'green-travel.run', root)
  const { rows: known } = await sql<{
    id: number
  }>`select coalesce(max(id), 0) as id from green_travel.terms`.execute(ctx.db)
  if (known[0]!.id > 0 && input.fromDay <= cityDay(ctx.now)) throw tooEarly()
  const id = known[0]!.id + 1
  await tables(ctx)
    .insertInto('green_travel.terms')
    .values({
      id,
      from_day: input.fromDay,
      member_fen: input.memberFen,
      union_fen: input.unionFen,
      rides_per_day: input.ridesPerDay,
      rides_per_month: input.ridesPerMonth,
      voucher_days: input.voucherDays,
      code_seconds: input.codeSeconds,
      clock_tolerance_seconds: input.clockToleranceSeconds,
      late_days: input.lateDays,
      retention_months: input.retentionMonths,
      made_by: madeBy(ctx),
    })
    .execute()
  ctx.auditNote.organisationId = root
  ctx.auditNote.subjects = [`ride-terms:${id}`]
  return { id }
}

const tooEarly = () =>
  invalid('from-day', {
    field: 'fromDay',
    reason: { zh: '新的条件最早从明天起执行。', en: 'New terms hold from tomorrow at the earliest.' },
    accepted: { zh: '明天或以后的日期', en: 'tomorrow or later' },
  })
