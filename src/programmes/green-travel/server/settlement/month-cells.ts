import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Cell } from '../../rules/settlement/reconcile.ts'

type Row = {
  day: string
  route: number
  scanned: number
  secondUse: number
  refused: number
  journal: number
  claimRides: number | null
  claimFen: number | null
}

/** The claim of a month that stands: the newest. */
export async function standingClaim(ctx: Context, company: number, month: number) {
  const { rows } = await sql<{
    id: number
    name: string
    lines: number
    refused: number
    rides: number
    fen: number
    receivedAt: Date
    madeBy: string
  }>`
    select id, name, lines, refused, rides, fen, received_at as "receivedAt", made_by as "madeBy"
    from green_travel.claim_file where company = ${company} and month = ${month} order by id desc limit 1`.execute(
    ctx.db,
  )
  return rows[0]
}

/** A line that was refused in two overlapping files is one line; result 40 is what a reader's own day count says beyond its lines. */
export async function monthCells(
  ctx: Context,
  company: number,
  month: number,
  claim: number | null,
): Promise<Cell[]> {
  const { rows } = await sql<Row>`
    with days as (
      select green_travel.first_of_month(${month}) as first, green_travel.first_of_month(${month + 1}) as next
    ), scanned as (
      select day, coalesce(route, 0) as route, sum(rides) as rides
      from green_travel.ride_total, days
      where company = ${company} and day >= first and day < next and result in (0, 40) group by 1, 2
    ), lines as (
      select distinct on (r.voucher, r.counter) (r.taken_at at time zone 'Asia/Shanghai')::date as day,
        coalesce(r.route, 0) as route, r.result
      from days, green_travel.scan_refusal r join green_travel.scan_file f on f.id = r.file
      where f.company = ${company} and r.voucher is not null and r.result > 1
        and r.taken_at >= first at time zone 'Asia/Shanghai' and r.taken_at < next at time zone 'Asia/Shanghai'
      order by r.voucher, r.counter, r.result
    ), refused as (
      select day, route, count(*) filter (where result = 2) as second_use, count(*) filter (where result > 2) as others
      from lines group by 1, 2
    ), journal as (
      select day, coalesce(route, 0) as route, count(*) as rides from green_travel.ride
      where company = ${company} and voucher >= ${month}::bigint << 40 and voucher < ${month + 1}::bigint << 40
      group by 1, 2
    ), claimed as (
      select day, route, sum(rides) as rides, sum(fen) as fen from green_travel.claim_line
      where claim = ${claim} group by 1, 2
    )
    select day, route, coalesce(s.rides, 0)::integer as scanned, coalesce(r.second_use, 0)::integer as "secondUse",
      coalesce(r.others, 0)::integer as refused, coalesce(j.rides, 0)::integer as journal,
      c.rides::integer as "claimRides", c.fen::bigint as "claimFen"
    from scanned s full join refused r using (day, route) full join journal j using (day, route)
      full join claimed c using (day, route)
    order by day, route`.execute(ctx.db)
  return rows.map(({ claimRides, claimFen, ...cell }) => ({
    ...cell,
    claim: claimRides === null || claimFen === null ? null : { rides: claimRides, fen: claimFen },
  }))
}

/**
 * Adds to the totals what connected readers asked since, on days before `before` where it is given: counted from the rides
 * themselves, so that nothing is lost.
 */
export async function foldOnline(ctx: Context, month: number, before?: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(4202, ${month})`.execute(ctx.db)
  await sql`
    insert into green_travel.ride_total (company, route, budget, day, result, rides, member_fen, union_fen)
    select company, route, budget, day, 0, j.rides - coalesce(t.rides, 0),
      j.member_fen - coalesce(t.member_fen, 0), j.union_fen - coalesce(t.union_fen, 0)
    from (select company, route, budget, day, count(*) as rides, sum(member_fen) as member_fen, sum(union_fen) as union_fen
      from green_travel.ride
      where source = 1 and voucher >= ${month}::bigint << 40 and voucher < ${month + 1}::bigint << 40
        and day < coalesce(${before ?? null}::date, 'infinity')
      group by 1, 2, 3, 4) j
    left join lateral (select sum(rides) as rides, sum(member_fen) as member_fen, sum(union_fen) as union_fen
      from green_travel.ride_total t where t.company = j.company and t.day = j.day and t.budget = j.budget
        and t.route is not distinct from j.route and t.file is null and t.result = 0) t on true
    where j.rides > coalesce(t.rides, 0)`.execute(ctx.db)
}
