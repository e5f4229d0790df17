import { sql } from 'kysely'
import { foldDays, type RecordedDay } from '#kernel/figures/index.ts'
import type { Context, Db } from '#platform/context.ts'

/** Folds every recorded day that is over. */
export const foldVisits = (ctx: Context): Promise<void> => foldDays(ctx, { nextDay, foldDay })

/** The first day that is not folded; undefined while nobody ever checked in. */
async function nextDay(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`select coalesce(
    (select folded_before from stations.rollup_mark),
    (select (min(recorded_at) at time zone 'Asia/Shanghai')::date from stations.check_in))::text as day`.execute(
    db,
  )
  return rows[0]!.day ?? undefined
}

async function foldDay(within: Db, { day, from, to, next }: RecordedDay): Promise<void> {
  const recorded = sql`recorded_at >= ${from} and recorded_at < ${to}`
  const visitDay = sql`(at at time zone 'Asia/Shanghai')::date`
  await sql`with day as (
        select ${visitDay} as visit_day, station_id, count(*)::int as visits from stations.check_in
        where ${recorded} group by 1, 2),
      by_district as (
        insert into stations.visit_rollup (recorded_day, visit_day, adcode, visits)
        select ${day}::date, visit_day, left(station.code, 6), sum(visits) from day
        join stations.station on station.id = day.station_id group by 2, 3)
      insert into stations.visit_day_rollup (recorded_day, visit_day, visits)
      select ${day}::date, visit_day, sum(visits) from day group by 2`.execute(within)
  await sql`with day as (
        select bk, visitor, min(${visitDay}) as first_day from stations.check_in where ${recorded} group by bk, visitor),
      -- As it stood before this day: a statement does not see what its other parts write.
      earlier as (
        select day.first_day, seen.first_day as known from day
        left join stations.visitor_seen seen on seen.bk = day.bk and seen.visitor = day.visitor
        where seen.first_day is null or day.first_day < seen.first_day),
      remembered as (
        insert into stations.visitor_seen as seen (bk, visitor, first_day) select bk, visitor, first_day from day
        on conflict (bk, visitor) do update set first_day = excluded.first_day
        where excluded.first_day < seen.first_day),
      points as (
        select first_day as visit_day, 1 as one from earlier
        union all select known, -1 from earlier where known is not null)
      insert into stations.visitor_rollup (recorded_day, visit_day, visitors)
      select ${day}::date, visit_day, sum(one) from points group by 2`.execute(within)
  await sql`insert into stations.rollup_mark (folded_before) values (${next}::date)
      on conflict (id) do update set folded_before = excluded.folded_before`.execute(within)
}
