import { sql } from 'kysely'
import { reachOf, requireAt } from '#platform/authorise.ts'
import { addDays, cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { runOut } from '../../rules/run-out.ts'
import { firstDayOf } from '../../rules/voucher-number.ts'
import { getPayer } from './open-budget.ts'

/** How many full weeks the forecast looks back on. */
const WEEKS = 12
const DAYS_SHOWN = 84

type Row = {
  id: number
  organisationId: string
  organisationName: string
  name: string
  fromMonth: number
  toMonth: number
  paused: boolean
  slices: number
  grantedFen: number
  freeFen: number
  spentFen: number
}

/** Budgets within reach, the newest period first. What is neither free nor spent is held by vouchers that are out. */
export const listBudgets: Handler<typeof greenTravel.listBudgets> = async (ctx, input) => {
  const reach = reachOf(ctx, 'green-travel.read')
  const rows = await readBudgets(ctx, reach, null)
  const page = rows.slice((input.page - 1) * input.pageSize, input.page * input.pageSize)
  return { rows: await Promise.all(page.map((row) => told(ctx, row))), total: rows.length }
}

export const getBudget: Handler<typeof greenTravel.getBudget> = async (ctx, { id }) => {
  await requireAt(ctx, 'green-travel.read', await getPayer(ctx, id))
  const rows = await readBudgets(ctx, ['root'], id)
  const { rows: appropriations } = await sql<{
    id: string
    amountFen: number
    document: string
    reason: string
    madeBy: string
    at: Date
  }>`select id, amount_fen as "amountFen", document, reason, made_by as "madeBy", recorded_at as at
    from green_travel.appropriation where budget = ${id} order by recorded_at desc limit 200`.execute(ctx.db)
  const { rows: events } = await sql<{
    kind: 'paused' | 'resumed'
    reason: string
    madeBy: string
    at: Date
  }>`
    select kind, reason, made_by as "madeBy", recorded_at as at from green_travel.budget_event
    where budget = ${id} order by no desc limit 200`.execute(ctx.db)
  return { budget: await told(ctx, rows[0]!), days: await spentByDay(ctx, id), appropriations, events }
}

/**
 * Spent is what days are posted with and what of the newest days is not posted yet, so that the page costs what the open days
 * hold, however old the books are.
 */
async function readBudgets(ctx: Context, reach: readonly string[], only: number | null): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select b.id, b.organisation_id as "organisationId", o.name as "organisationName", b.name,
      b.from_month as "fromMonth", b.to_month as "toMonth", p.paused, p.slices,
      coalesce((select sum(amount_fen) from green_travel.appropriation a where a.budget = b.id), 0)::bigint as "grantedFen",
      (p.free_fen + coalesce((select sum(free_fen) from green_travel.budget_slice s where s.budget = b.id), 0))::bigint as "freeFen",
      (coalesce((select union_fen from green_travel.budget_posted d where d.budget = b.id), 0)
        + coalesce((select sum(union_fen) from green_travel.ride r
          where r.budget = b.id and r.day >= ${cityDay(ctx.now)} and r.voucher >= ${firstVoucherOfToday(ctx)}), 0))::bigint as "spentFen"
    from green_travel.budget b
    join organisations.organisation o on o.id = b.organisation_id
    join green_travel.budget_parent p on p.budget = b.id
    where o.path <@ any(${[...reach]}::ltree[]) and (${only}::integer is null or b.id = ${only})
    order by b.from_month desc, b.id desc`.execute(ctx.db)
  return rows
}

/** Today's rides lie in this month's partition, which the bound lets the database find. */
const firstVoucherOfToday = (ctx: Context) => {
  const today = cityDay(ctx.now)
  const month = (Number(today.slice(0, 4)) - 2020) * 12 + Number(today.slice(5, 7)) - 1
  return month * 2 ** 40
}

/** Posted subsidy of the last days, the days without a ride too. */
async function spentByDay(
  ctx: Context,
  budget: number,
): Promise<{ day: string; unionFen: number; rides: number }[]> {
  const today = cityDay(ctx.now)
  const { rows } = await sql<{ day: string; unionFen: number; rides: number }>`
    select d.day::date as day, coalesce(sum(p.union_fen), 0)::bigint as "unionFen", coalesce(sum(p.rides), 0)::bigint as rides
    from generate_series(${addDays(today, -DAYS_SHOWN)}::date, ${addDays(today, -1)}::date, interval '1 day') d (day)
    left join green_travel.day_posting p on p.day = d.day::date and p.budget = ${budget}
    group by 1 order by 1`.execute(ctx.db)
  return rows
}

async function told(ctx: Context, row: Row) {
  const days = await spentByDay(ctx, row.id)
  const firstRide = days.findIndex(({ unionFen }) => unionFen !== 0)
  const since = firstRide < 0 ? [] : days.slice(firstRide)
  const full = Math.min(WEEKS, Math.floor(since.length / 7))
  const weekly = Array.from({ length: full }, (_, index) =>
    since
      .slice(since.length - (full - index) * 7, since.length - (full - index - 1) * 7)
      .reduce((sum, { unionFen }) => sum + unionFen, 0),
  )
  // What vouchers hold mostly comes back: the forecast spends what is not spent, not what is not reserved.
  const unspent = row.grantedFen - row.spentFen
  return {
    id: row.id,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    name: row.name,
    fromMonth: firstDayOf(row.fromMonth).slice(0, 7),
    toMonth: firstDayOf(row.toMonth).slice(0, 7),
    paused: row.paused,
    slices: row.slices,
    grantedFen: row.grantedFen,
    spentFen: row.spentFen,
    reservedFen: row.grantedFen - row.freeFen - row.spentFen,
    freeFen: row.freeFen,
    runsOut: runOut(unspent, weekly, cityDay(ctx.now)) ?? null,
    weeksSeen: full,
  }
}
