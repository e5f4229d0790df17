import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { firstDayOf, monthOfDay } from '../../rules/voucher-number.ts'
import { companiesInReach, requireCompany } from '../files/reach.ts'
import { standingClaim } from './month-cells.ts'
import { newestStatement } from './statements.ts'

export const settlementCompanies: Handler<typeof greenTravel.settlementCompanies> = async (ctx) => {
  reachOf(ctx, 'green-travel.see-files')
  const companies = await companiesInReach(ctx, 'green-travel.see-files')
  return { rows: companies.map(({ unit, name }) => ({ unit, name })) }
}

const MONTHS_SHOWN = 60

/** Told from the totals: it costs what a month holds, however old the journal is. */
export const getMonth: Handler<typeof greenTravel.getMonth> = async (ctx, input) => {
  reachOf(ctx, 'green-travel.see-files')
  const company = await requireCompany(ctx, 'green-travel.see-files', input.companyUnit)
  const month = monthOfDay(`${input.month}-01`)
  const claim = await standingClaim(ctx, company.id, month)
  return {
    companyName: company.name,
    scanned: await scannedIn(ctx, company.id, month),
    journal: await journalIn(ctx, company.id, month),
    claim: claim === undefined ? null : { ...claim },
    ...(await countsOf(ctx, company.id, month)),
    isOver: cityDay(ctx.now) >= firstDayOf(month + 1),
    statement: (await newestStatement(ctx, company.id, month)) ?? null,
    months: await monthsOf(ctx, company.id),
  }
}

type Side = { rides: number; fen: number }

async function scannedIn(ctx: Context, company: number, month: number): Promise<Side> {
  const { rows } = await sql<Side>`
    select coalesce(sum(rides), 0)::integer as rides, coalesce(sum(union_fen), 0)::bigint as fen
    from green_travel.ride_total where company = ${company} and result in (0, 40)
      and day >= green_travel.first_of_month(${month}) and day < green_travel.first_of_month(${month + 1})`.execute(
    ctx.db,
  )
  return rows[0]!
}

async function journalIn(ctx: Context, company: number, month: number): Promise<Side> {
  const { rows } = await sql<Side>`
    select count(*)::integer as rides, coalesce(sum(union_fen), 0)::bigint as fen from green_travel.ride
    where company = ${company} and voucher >= ${month}::bigint << 40 and voucher < ${month + 1}::bigint << 40`.execute(
    ctx.db,
  )
  return rows[0]!
}

async function countsOf(ctx: Context, company: number, month: number) {
  const { rows } = await sql<{ open: number; decided: number; filesWaiting: number; missingFiles: number }>`
    select
      (select count(*) from green_travel.difference d join review.standing s on s.case_id = d.case_id
        where d.company = ${company} and d.month = ${month} and s.is_open)::integer as open,
      (select count(*) from green_travel.difference d join green_travel.difference_end e on e.difference = d.id
        where d.company = ${company} and d.month = ${month} and e.outcome <> 'gone')::integer as decided,
      (select count(*) from green_travel.scan_file where company = ${company}
        and state in ('waiting', 'reading', 'posting', 'paused'))::integer as "filesWaiting",
      (select coalesce(sum(g.last_number - g.first_number + 1), 0) from green_travel.reader r
        join green_travel.reader_gap g on g.reader = r.id where r.company = ${company})::integer as "missingFiles"`.execute(
    ctx.db,
  )
  return rows[0]!
}

/**
 * The months of five years in which there are rides, with what of them is in the ledger. One look into the totals a month, and
 * their sums from the days' postings: it costs the same however many rides and years there are.
 */
async function monthsOf(ctx: Context, company: number) {
  const thisMonth = monthOfDay(cityDay(ctx.now))
  const { rows } = await sql<{ month: string; rides: number; fen: number; settled: boolean }>`
    select to_char(green_travel.first_of_month(m.month), 'YYYY-MM') as month, coalesce(p.rides, 0)::integer as rides,
      coalesce(p.fen, 0)::bigint as fen, a.statement is not null as settled
    from generate_series(${Math.max(0, thisMonth - MONTHS_SHOWN + 1)}::integer, ${thisMonth}::integer) m (month)
    left join green_travel.statement_approval a on a.company = ${company} and a.month = m.month
    left join lateral (select sum(rides) as rides, sum(union_fen) as fen from green_travel.day_posting
      where company = ${company} and day >= green_travel.first_of_month(m.month)
        and day < green_travel.first_of_month(m.month + 1)) p on true
    where exists (select from green_travel.ride_total t where t.company = ${company} and t.result = 0
      and t.day >= green_travel.first_of_month(m.month) and t.day < green_travel.first_of_month(m.month + 1))
    order by 1 desc`.execute(ctx.db)
  return rows
}
