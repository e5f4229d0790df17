import { sql } from 'kysely'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'

/** A number in print beside the records, with the arithmetic that leads from the one to the other. */
export const saidAndRecorded: Handler<typeof greenTravel.saidAndRecorded> = async (ctx) => {
  const { rows } = await sql<{
    rides: number | null
    saidFen: number | null
    sinceYear: number | null
    source: string | null
    unionFen: number
    recordedRides: number
    earnedFen: number
    paidFen: number
  }>`
    select s.rides, s.paid_fen as "saidFen", s.since_year as "sinceYear", s.source,
      coalesce((select union_fen from green_travel.terms order by from_day desc limit 1), 0)::integer as "unionFen",
      coalesce((select sum(rides) from green_travel.ride_total where result = 0), 0)::bigint as "recordedRides",
      coalesce((select sum(union_fen) from green_travel.ride_total where result = 0), 0)::bigint as "earnedFen",
      coalesce((select sum(t.amount) from ledger.transfer t join ledger.account a on a.id = t.debit_account_id
        where a.programme = 'green-travel' and a.key like 'payable:%' and t.kind = 'posted'
          and t.subject like 'ride-payment:%'), 0)::bigint as "paidFen"
    from (select 1) one left join lateral (
      select * from green_travel.said_figure order by id desc limit 1) s on true`.execute(ctx.db)
  const { rides, saidFen, sinceYear, source, ...recorded } = rows[0]!
  const isSaid = rides !== null && saidFen !== null && sinceYear !== null && source !== null
  return {
    ...recorded,
    said: isSaid ? { rides, paidFen: saidFen, sinceYear, source } : null,
    payableRides: isSaid && recorded.unionFen > 0 ? Math.floor(saidFen / recorded.unionFen) : null,
    aboveRecords: isSaid ? rides - recorded.recordedRides : null,
  }
}
