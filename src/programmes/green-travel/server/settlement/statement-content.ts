import { sql } from 'kysely'
import type { z } from 'zod'
import { latestSeal } from '#kernel/audit/index.ts'
import type { Context } from '#platform/context.ts'
import { differenceKinds, type DifferenceKind } from '../../rules/settlement/reconcile.ts'
import { firstDayOf } from '../../rules/voucher-number.ts'
import type { statementContent } from '../../statement-schema.ts'
import type { Company } from '../files/reach.ts'
import { previousCut, totalsInCut, type Cut } from './cut.ts'
import { differenceProcedure } from './procedures.ts'
import { unionFenIn } from './terms-of-month.ts'

export type StatementContent = z.infer<typeof statementContent>

type Line = StatementContent['lines'][number]

/** Everything a month's statement says, counted from the totals up to its cut. */
export async function makeContent(
  ctx: Context,
  company: Company,
  month: number,
  cutAt: Date,
): Promise<StatementContent> {
  const cut: Cut = { company: company.id, month, cutAt, before: await previousCut(ctx, company.id, month) }
  const lines = [
    ...(await rideLines(ctx, cut)),
    ...(await reversalLines(ctx, cut)),
    ...(await adjustmentLines(ctx, cut)),
  ]
  const dueFen = lines.reduce((sum, { fen }) => sum + fen, 0)
  const earned = cut.before === undefined ? await earnedUpTo(ctx, cut) : cut.before.earnedToDateFen + dueFen
  const paid = await paidUpTo(ctx, cut)
  const seal = await latestSeal(ctx)
  return {
    company: { unit: company.unit, name: company.name },
    payer: await payerName(ctx),
    month: firstDayOf(month).slice(0, 7),
    cutAt: cutAt.toISOString(),
    unionFenARide: await unionFenIn(ctx, month),
    lines,
    dueFen,
    earnedToDateFen: earned,
    paidToDateFen: paid,
    advanceFen: Math.max(0, paid - earned),
    owedFen: Math.max(0, earned - paid),
    days: await daysOf(ctx, cut),
    routes: await routesOf(ctx, cut),
    differences: await differencesOf(ctx, cut),
    seal: seal === undefined ? null : { no: seal.no, digest: seal.digest },
  }
}

const monthWords = (month: number) => ({
  zh: `${firstDayOf(month).slice(0, 4)}年${Number(firstDayOf(month).slice(5, 7))}月`,
  en: firstDayOf(month).slice(0, 7),
})

async function rideLines(ctx: Context, cut: Cut): Promise<Line[]> {
  const { rows } = await sql<{ month: number; rides: number; fen: number }>`
    select (extract(year from day)::integer - 2020) * 12 + extract(month from day)::integer - 1 as month,
      sum(rides)::integer as rides, sum(union_fen)::bigint as fen
    from ${totalsInCut(cut)} t group by 1 order by 1 desc`.execute(ctx.db)
  const own = rows.find(({ month }) => month === cut.month) ?? { month: cut.month, rides: 0, fen: 0 }
  const late = rows.filter(({ month }) => month !== cut.month)
  return [
    { label: { zh: '本月乘车', en: 'Rides of the month' }, rides: own.rides, fen: own.fen },
    ...late.map(({ month, rides, fen }) => {
      const { zh, en } = monthWords(month)
      return { label: { zh: `补记${zh}乘车`, en: `Late rides of ${en}` }, rides, fen }
    }),
  ]
}

/** Of the days since the statement before: a month that was never settled by itself is in the next one. */
async function reversalLines(ctx: Context, { company, month, before }: Cut): Promise<Line[]> {
  const { rows } = await sql<{ rides: number; fen: number }>`
    select count(*)::integer as rides, coalesce(sum(union_fen), 0)::bigint as fen from green_travel.ride_reversal
    where company = ${company} and day >= green_travel.first_of_month(${before === undefined ? month : before.month + 1})
      and day < green_travel.first_of_month(${month + 1})`.execute(ctx.db)
  const { rides, fen } = rows[0]!
  return rides === 0 ? [] : [{ label: { zh: '冲正', en: 'Reversals' }, rides: -rides, fen: -fen }]
}

/** What differences changed that were decided for the other side. */
async function adjustmentLines(ctx: Context, { company, month }: Cut): Promise<Line[]> {
  const { rows } = await sql<{ kind: DifferenceKind; rides: number; fen: number }>`
    select d.kind, sum(sign(d.fen) * d.rides)::integer as rides, sum(d.fen)::bigint as fen
    from green_travel.difference d join green_travel.difference_end e on e.difference = d.id
    where d.company = ${company} and d.month = ${month} and e.outcome = 'by-claim' and d.fen <> 0
    group by d.kind order by d.kind`.execute(ctx.db)
  return rows.map(({ kind, rides, fen }) => ({
    label: { zh: `经认定调整：${differenceKinds[kind].zh}`, en: `Adjusted: ${differenceKinds[kind].en}` },
    rides,
    fen,
  }))
}

/**
 * All that was earned up to the end of the month. Counted once, for a company's first statement: each later one goes on from
 * the one before, and so costs what is new however old the records are.
 */
async function earnedUpTo(ctx: Context, { company, month, cutAt }: Cut): Promise<number> {
  const { rows } = await sql<{ fen: number }>`
    select (coalesce((select sum(union_fen) from green_travel.ride_total where company = ${company} and result = 0
        and day < green_travel.first_of_month(${month + 1}) and (file is null or recorded_at <= ${cutAt})), 0)
      - coalesce((select sum(union_fen) from green_travel.ride_reversal where company = ${company}
        and day < green_travel.first_of_month(${month + 1})), 0)
      + coalesce((select sum(d.fen) from green_travel.difference d join green_travel.difference_end e
        on e.difference = d.id where d.company = ${company} and d.month <= ${month} and e.outcome = 'by-claim'), 0)
      )::bigint as fen`.execute(ctx.db)
  return rows[0]!.fen
}

async function paidUpTo(ctx: Context, { company, cutAt }: Cut): Promise<number> {
  const { rows } = await sql<{ fen: number }>`
    select coalesce(sum(t.amount), 0)::bigint as fen from ledger.transfer t
    join ledger.account a on a.id = t.debit_account_id
    where a.programme = 'green-travel' and a.key = ${`payable:${company}`} and t.kind = 'posted'
      and t.subject like 'ride-payment:%' and t.effective_on <= ${cutAt}::timestamptz::date`.execute(ctx.db)
  return rows[0]!.fen
}

async function payerName(ctx: Context): Promise<string> {
  const { rows } = await sql<{ name: string }>`select o.name from green_travel.budget b
    join organisations.organisation o on o.id = b.organisation_id order by b.id desc limit 1`.execute(ctx.db)
  return rows[0]?.name ?? ''
}

const daysOf = async (ctx: Context, cut: Cut): Promise<StatementContent['days']> =>
  (
    await sql<StatementContent['days'][number]>`
      select day::text as day, sum(rides)::integer as rides, sum(union_fen)::bigint as fen
      from ${totalsInCut(cut)} t where day >= green_travel.first_of_month(${cut.month})
      group by 1 order by 1`.execute(ctx.db)
  ).rows

const routesOf = async (ctx: Context, cut: Cut): Promise<StatementContent['routes']> =>
  (
    await sql<StatementContent['routes'][number]>`
      select coalesce(r.code, '—') as code, coalesce(r.name, '未注明线路') as name, sum(rides)::integer as rides,
        sum(union_fen)::bigint as fen
      from ${totalsInCut(cut)} t left join green_travel.route r on r.id = t.route
      where day >= green_travel.first_of_month(${cut.month})
      group by 1, 2 order by 3 desc, length(coalesce(r.code, '—')), 1`.execute(ctx.db)
  ).rows

async function differencesOf(
  ctx: Context,
  { company, month }: Cut,
): Promise<StatementContent['differences']> {
  const { rows } = await sql<{
    kind: DifferenceKind
    outcome: string
    count: number
    rides: number
    fen: number
  }>`
    select d.kind, e.outcome, count(*)::integer as count, sum(d.rides)::integer as rides, sum(d.fen)::bigint as fen
    from green_travel.difference d join green_travel.difference_end e on e.difference = d.id
    where d.company = ${company} and d.month = ${month} and e.outcome <> 'gone'
    group by 1, 2 order by 1, 2`.execute(ctx.db)
  return rows.map(({ kind, outcome, ...rest }) => ({
    text: differenceKinds[kind],
    outcome: differenceProcedure.states[outcome]!.title,
    ...rest,
  }))
}
