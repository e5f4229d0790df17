import { sql, type RawBuilder } from 'kysely'
import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { monthOfDay } from '../../rules/voucher-number.ts'
import { rootUnit } from '../root-unit.ts'
import { countsThatDiffer } from './verify-counts.ts'

type Difference = { what: string; where: string; journal: number; books: number }

const DIFFERENCES_MAX = 200

/**
 * Replays the journal against everything that was derived from it: the days' postings, the ledger's transfers, the budget,
 * the vouchers, and what is kept so that pages need not count. One snapshot; nothing is changed. What stands in `differences` is a bug or somebody's hand.
 */
export const verifyJournal: Handler<typeof greenTravel.verifyJournal> = async (ctx) => {
  await requireAt(ctx, 'green-travel.read', await rootUnit(ctx))
  return ctx.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (db) => {
      const inside = { ...ctx, db }
      const found: Difference[] = []
      for (const check of [ridesWithVoucher, postedDays, transfers, budgets])
        found.push(...(await check(inside)))
      found.push(...(await countsThatDiffer<Difference>(inside, DIFFERENCES_MAX)))
      const { rows } = await sql<{ rides: number; unionFen: number }>`
        select coalesce(sum(rides), 0)::bigint as rides, coalesce(sum(fen), 0)::bigint as "unionFen" from (
          select count(*) as rides, sum(union_fen) as fen from green_travel.ride
          union all select sum(rides), sum(union_fen) from green_travel.purged_day
          union all select -count(*), -sum(union_fen) from green_travel.ride_reversal) s`.execute(db)
      return { ...rows[0]!, ok: found.length === 0, differences: found.slice(0, DIFFERENCES_MAX) }
    })
}

const differences = async (ctx: Context, query: RawBuilder<Difference>) => (await query.execute(ctx.db)).rows

/** Every ride has its voucher, a counter of that day, and no voucher gave more rides than it had. */
const ridesWithVoucher = (ctx: Context) =>
  differences(
    ctx,
    sql<Difference>`
      select case when v.id is null then 'ride-without-voucher' else 'ride-on-another-day' end as what,
        r.voucher || '/' || r.counter as where, 1 as journal, 0 as books
      from green_travel.ride r left join green_travel.voucher v on v.bk = r.bk and v.id = r.voucher
      where v.id is null or green_travel.day_of(v.first_day, v.rides_1, v.rides_2, v.rides_3, r.counter) is distinct from r.day
      union all
      select 'voucher-overdrawn', v.id::text, count(*), v.rides_1 + v.rides_2 + v.rides_3 - v.voided_rides
      from green_travel.voucher v join green_travel.ride r on r.bk = v.bk and r.voucher = v.id
      where v.voided_at is not null
      group by v.bk, v.id having count(*) <> v.rides_1 + v.rides_2 + v.rides_3 - v.voided_rides
      limit ${DIFFERENCES_MAX}`,
  )

/** Days that are over by a day and are not, or not as they are, in the ledger. */
async function postedDays(ctx: Context): Promise<Difference[]> {
  const { rows: span } = await sql<{ first: string | null; last: string | null }>`
    select min(day) as first, max(day) as last from (
      select min(day) as day from green_travel.ride union all select max(day) from green_travel.ride
      union all select min(day) from green_travel.day_posting union all select max(day) from green_travel.day_posting) d`.execute(
    ctx.db,
  )
  const { first, last } = span[0]!
  if (first === null || last === null) return []
  return differences(
    ctx,
    sql<Difference>`
      select 'day-not-posted' as what, u.day || ' ' || u.company || '/' || u.budget as where,
        u.union_fen as journal, 0 as books
      from generate_series(${monthOfDay(first)}::integer, ${monthOfDay(last)}::integer) m (month),
        green_travel.unposted_days(m.month) u
      where u.day < ${cityDay(ctx.now)}::date - 1 limit ${DIFFERENCES_MAX}`,
  )
}

const transfers = (ctx: Context) =>
  differences(
    ctx,
    sql<Difference>`
      select 'posting-and-transfer' as what, p.day || ' ' || p.company || '/' || p.budget || '/' || p.no as where,
        abs(p.union_fen) as journal, coalesce(t.amount, 0) as books
      from green_travel.day_posting p left join ledger.transfer t on t.id = p.transfer_id
      where t.amount is distinct from abs(p.union_fen) limit ${DIFFERENCES_MAX}`,
  )

/** What is not free any more is what vouchers hold, and what purged months spent, less what was reversed. */
const budgets = (ctx: Context) =>
  differences(
    ctx,
    sql<Difference>`
      with committed as (
        select budget, sum(fen) as fen from (
          select v.budget, sum((v.rides_1 + v.rides_2 + v.rides_3 - v.voided_rides) * t.union_fen) as fen
          from green_travel.voucher v join green_travel.terms t on t.id = v.terms group by 1
          union all select budget, sum(union_fen) from green_travel.purged_day group by 1
          union all select budget, -sum(union_fen) from green_travel.ride_reversal group by 1) c group by 1
      ), books as (
        select p.budget, coalesce(a.fen, 0) - p.free_fen - coalesce(s.fen, 0) as fen
        from green_travel.budget_parent p
        left join (select budget, sum(amount_fen) as fen from green_travel.appropriation group by 1) a using (budget)
        left join (select budget, sum(free_fen) as fen from green_travel.budget_slice group by 1) s using (budget)
      )
      select 'budget' as what, books.budget::text as where, coalesce(committed.fen, 0)::bigint as journal,
        books.fen::bigint as books
      from books left join committed using (budget) where coalesce(committed.fen, 0) <> books.fen`,
  )
