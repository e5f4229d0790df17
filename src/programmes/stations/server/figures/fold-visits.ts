import { sql } from 'kysely'
import { dayEnd } from '#kernel/figures/index.ts'
import { cityDay } from '#kernel/organisations/index.ts'
import type { Context, Db } from '#platform/context.ts'

/** After midnight a day rests this long before it is folded. */
const REST_MS = 3_600_000
const DAY_MS = 86_400_000
/** A year at once after an import of the past; the rest comes with the next turn. */
const DAYS_AT_ONCE = 400

/** Folds every recorded day that is over and that no running transaction can still write to. */
export async function foldVisits(ctx: Context): Promise<void> {
  const before = cityDay(new Date(ctx.now.getTime() - REST_MS))
  for (
    let day = await nextDay(ctx.db), days = 0;
    day !== undefined && day < before && days < DAYS_AT_ONCE;
    days++
  ) {
    if (await hasOlderTransaction(ctx.db, day)) return
    await foldDay(ctx.db, day)
    day = dayAfter(day)
  }
}

const dayAfter = (day: string): string => cityDay(new Date(dayEnd(day).getTime()))

/** The first day that is not folded; undefined while nobody ever checked in. */
async function nextDay(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`select coalesce(
    (select folded_before from stations.rollup_mark),
    (select (min(recorded_at) at time zone 'Asia/Shanghai')::date from stations.check_in))::text as day`.execute(
    db,
  )
  return rows[0]!.day ?? undefined
}

/** `recorded_at` is stamped at the insert and seen at the commit: whoever began before the day ended may still come. */
async function hasOlderTransaction(db: Db, day: string): Promise<boolean> {
  const { rows } = await sql<{ running: boolean }>`select exists (select from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start < ${dayEnd(day)}) as running`.execute(
    db,
  )
  return rows[0]!.running
}

/** One day, in one transaction with the mark: folded whole and once, whatever breaks. */
async function foldDay(db: Db, day: string): Promise<void> {
  const [from, to] = [new Date(dayEnd(day).getTime() - DAY_MS), dayEnd(day)]
  const recorded = sql`recorded_at >= ${from} and recorded_at < ${to}`
  const visitDay = sql`(at at time zone 'Asia/Shanghai')::date`
  await db.transaction().execute(async (within) => {
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
    await sql`insert into stations.rollup_mark (folded_before) values (${dayAfter(day)}::date)
      on conflict (id) do update set folded_before = excluded.folded_before`.execute(within)
  })
}
