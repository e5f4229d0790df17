import { sql, type RawBuilder } from 'kysely'
import { foldedFor, type AsOf, type FigureValue } from '#kernel/figures/index.ts'
import type { Context } from '#platform/context.ts'
import { happenedBy } from './as-of.ts'

type Sql = RawBuilder<unknown>

async function splitAt(ctx: Context, at: AsOf): Promise<ReturnType<typeof foldedFor>> {
  const { rows } = await sql<{
    mark: string | null
  }>`select folded_before::text as mark from stations.rollup_mark`.execute(ctx.db)
  return foldedFor(at, rows[0]?.mark ?? '1900-01-01')
}

/** Rows that are not folded, as far as the question reaches. */
const tail = (from: Date, at: AsOf): Sql => sql`visit.recorded_at >= ${from} and ${happenedBy('visit', at)}`

const folded = (before: string, { asOf }: AsOf): Sql =>
  sql`recorded_day < ${before}::date and visit_day <= ${asOf}::date`

export async function countVisits(ctx: Context, at: AsOf): Promise<FigureValue> {
  const { before, from } = await splitAt(ctx, at)
  const { rows } = await sql<{ value: number }>`select
    coalesce((select sum(visits) from stations.visit_day_rollup where ${folded(before, at)}), 0)
    + (select count(*) from stations.check_in visit where ${tail(from, at)}) as value`.execute(ctx.db)
  return { value: Number(rows[0]!.value) }
}

export async function visitsByMonth(ctx: Context, at: AsOf): Promise<{ key: string; value: number }[]> {
  const { before, from } = await splitAt(ctx, at)
  return counted(
    ctx,
    sql`
    select to_char(visit_day, 'YYYY-MM') as key, visits as value from stations.visit_day_rollup where ${folded(before, at)}
    union all select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM'), 1 from stations.check_in visit
    where ${tail(from, at)}`,
  )
}

/**
 * By the district to which a station counts on that day. The rollup knows the district in its code; of the few that
 * moved, the visits are taken from the one and given to the other.
 */
export async function visitsByDistrict(ctx: Context, at: AsOf): Promise<{ key: string; value: number }[]> {
  const { before, from } = await splitAt(ctx, at)
  return counted(
    ctx,
    sql`
    with moved as (
      select station_id, home, adcode from (
        select distinct on (v.station_id) v.station_id, left(v.code, 6) as home, v.adcode
        from stations.station_version v
        where v.station_id in (select station_id from stations.station_version where adcode <> left(code, 6))
          and v.valid_from <= ${at.asOf}::date and v.recorded_at <= ${at.recordedUpTo}
        order by v.station_id, v.version desc) now where adcode <> home),
    of_moved as (
      select home, adcode, count(*) as visits from moved
      join stations.check_in visit on visit.station_id = moved.station_id and ${happenedBy('visit', at)} group by 1, 2)
    select adcode::text as key, visits::bigint as value from stations.visit_rollup where ${folded(before, at)}
    union all select left(station.code, 6), 1 from stations.check_in visit
      join stations.station on station.id = visit.station_id where ${tail(from, at)}
    union all select adcode::text, visits from of_moved
    union all select home, -visits from of_moved`,
  )
}

/** Different visitors. For a moment that lies within what is folded, the visits themselves are counted. */
export async function countVisitors(ctx: Context, at: AsOf): Promise<FigureValue> {
  const { before, from, isPast } = await splitAt(ctx, at)
  const { rows } = await sql<{
    value: number
  }>`${isPast ? plainVisitors(at) : foldedVisitors(before, from, at)}`.execute(ctx.db)
  return { value: Number(rows[0]!.value) }
}

const plainVisitors = (at: AsOf): Sql => sql`select count(*) as value from (
  select from stations.check_in visit where ${happenedBy('visit', at)} group by visit.bk, visit.visitor) each`

const foldedVisitors = (before: string, from: Date, at: AsOf): Sql => sql`select
  coalesce((select sum(visitors) from stations.visitor_rollup where ${folded(before, at)}), 0)
  + (select count(*) from (
      select visit.bk, visit.visitor from stations.check_in visit where ${tail(from, at)}
      group by visit.bk, visit.visitor) fresh
    where not exists (select from stations.visitor_seen seen
      where seen.bk = fresh.bk and seen.visitor = fresh.visitor and seen.first_day <= ${at.asOf}::date)) as value`

async function counted(ctx: Context, select: Sql): Promise<{ key: string; value: number }[]> {
  const { rows } = await sql<{ key: string; value: string }>`
    select key, sum(value) as value from (${select}) parts group by key having sum(value) <> 0 order by key`.execute(
    ctx.db,
  )
  return rows.map(({ key, value }) => ({ key, value: Number(value) }))
}
