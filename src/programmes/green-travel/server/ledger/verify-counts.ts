import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/context.ts'

/** What stands beside the rows it was counted from, and is not what the rows say: columns of a `Difference`. */
const counts: readonly RawBuilder<unknown>[] = [
  sql`select 'reader-gap' as what, reader || ' ' || first_number || '-' || last_number as where,
      (f.reader is not null)::integer as journal, (g.reader is not null)::integer as books
    from (select *, true as is_there from green_travel.reader_gaps_by_files()) f
    full join (select *, true as is_kept from green_travel.reader_gap) g using (reader, first_number, last_number)
    where f.is_there is distinct from g.is_kept`,
  sql`select 'budget-posted', budget::text, coalesce(d.fen, 0), coalesce(p.union_fen, 0)
    from (select budget, sum(union_fen) as fen from green_travel.day_posting group by 1) d
    full join green_travel.budget_posted p using (budget) where coalesce(d.fen, 0) <> coalesce(p.union_fen, 0)`,
  // What files brought, as long as its rides are kept: the totals that statements and figures read.
  sql`select 'file-totals', day || ' ' || company || '/' || budget, coalesce(r.rides, 0), coalesce(t.rides, 0)
    from (select day, company, budget, count(*) as rides from green_travel.ride where source = 2 group by 1, 2, 3) r
    full join (select day, company, budget, sum(rides) as rides from green_travel.ride_total
      where result = 0 and file is not null and not exists (select from green_travel.purged_day p
        where p.day = ride_total.day and p.company = ride_total.company and p.budget = ride_total.budget)
      group by 1, 2, 3) t using (day, company, budget)
    where coalesce(r.rides, 0) <> coalesce(t.rides, 0)`,
  sql`select 'month-recorded', 'month ' || m.month || '/' || m.half, 1, 0
    from (select green_travel.month_of(day) as month, half,
        max(recorded_at) as recorded_at
      from green_travel.ride_total where result = 0 and half is not null group by 1, 2) m
    left join green_travel.month_recorded k on k.month = m.month and k.half = m.half
    where k.recorded_at is null or k.recorded_at < m.recorded_at`,
  sql`select 'rollup', to_char(month, 'YYYY-MM') || ' ' || company || '/' || budget, coalesce(t.rides, 0), coalesce(k.rides, 0)
    from (select date_trunc('month', day)::date as month, company, budget, sum(rides) as rides
      from green_travel.ride_total, green_travel.rollup_mark
      where result = 0 and recorded_at < folded_before::timestamp at time zone 'Asia/Shanghai' group by 1, 2, 3) t
    full join (select month, company, budget, sum(rides) as rides from green_travel.ride_rollup group by 1, 2, 3) k
      using (month, company, budget)
    where coalesce(t.rides, 0) <> coalesce(k.rides, 0)`,
]

/** Everything that is kept so that a page need not count, against a count. */
export async function countsThatDiffer<Row>(ctx: Context, max: number): Promise<Row[]> {
  const found: Row[] = []
  for (const count of counts) {
    const { rows } = await sql<Row>`select what, "where", journal::bigint as journal, books::bigint as books
      from (${count}) c (what, "where", journal, books) limit ${max}`.execute(ctx.db)
    found.push(...rows)
  }
  return found
}
