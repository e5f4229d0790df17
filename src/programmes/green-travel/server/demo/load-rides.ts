import { sql, type RawBuilder } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { firstDayOf, monthOfDay } from '../../rules/voucher-number.ts'
import type { DemoBase } from './demo-base.ts'
import { shareOut, type DayCount } from './demo-days.ts'
import { pseudonymsOf } from '../vouchers/pseudonym.ts'

/** What 45 万元 pays for at 0.99 yuan a ride: the records of the story. */
export const DEMO_RIDES = 454_545
const MONTHS = 39
/** As long as rides are kept one by one; of the months before their days' totals are left. */
const KEPT_MONTHS = 13
const RIDERS_MAX = 1_500

export type DemoRides = { readonly lastMonth: number; readonly days: readonly DayCount[] }

/**
 * Three and a quarter years of rides and what of this month is over: the totals of every day, and for the months that are kept
 * riders, vouchers and each single ride.
 */
export async function loadRides(ctx: Context, base: DemoBase): Promise<DemoRides> {
  const today = cityDay(ctx.now)
  const lastMonth = monthOfDay(today) - 1
  const days = shareOut(firstDayOf(lastMonth - MONTHS + 1), today, DEMO_RIDES)
  await insertTotals(ctx, base, days)
  const firstKept = lastMonth - KEPT_MONTHS + 1
  await insertPurged(ctx, base, days, firstKept)
  await insertRiders(ctx, firstKept, lastMonth + 1)
  await insertRides(ctx, base, firstKept)
  await sql`update green_travel.budget_parent set free_fen = free_fen - ${DEMO_RIDES * 99} where budget = ${base.budget}`.execute(
    ctx.db,
  )
  return { lastMonth, days }
}

/** A day's rides are recorded at its end, on the city's clock. */
const nextMorning = (day: RawBuilder<unknown>) => sql`(${day} + 1)::timestamp at time zone 'Asia/Shanghai'`

const insertTotals = (ctx: Context, { budget }: DemoBase, days: readonly DayCount[]) =>
  sql`insert into green_travel.ride_total (company, route, budget, day, result, rides, member_fen, union_fen, recorded_at)
    select 1, route, ${budget}, day, 0, rides, rides, rides * 99, ${nextMorning(sql`day`)}
    from unnest(${days.map(({ day }) => day)}::date[], ${days.map(({ route }) => route)}::smallint[],
      ${days.map(({ rides }) => rides)}::integer[]) d (day, route, rides) where rides > 0`.execute(ctx.db)

const insertPurged = (ctx: Context, { budget }: DemoBase, days: readonly DayCount[], firstKept: number) => {
  const gone = days.filter(({ day }) => day < firstDayOf(firstKept))
  return sql`insert into green_travel.purged_day (month, day, company, budget, rides, member_fen, union_fen, digest)
    select (extract(year from day)::integer - 2020) * 12 + extract(month from day)::integer - 1, day, 1, ${budget},
      sum(rides), sum(rides), sum(rides) * 99, encode(sha256(convert_to(day::text || ' ' || sum(rides), 'UTF8')), 'hex')
    from unnest(${gone.map(({ day }) => day)}::date[], ${gone.map(({ rides }) => rides)}::integer[]) d (day, rides)
    group by day`.execute(ctx.db)
}

/** Members by their pseudonym of each month; who has a part in the demo's chooser rides by themselves. */
async function insertRiders(ctx: Context, firstKept: number, lastMonth: number): Promise<void> {
  const { rows: members } = await sql<{ bk: number; id: string; union: string }>`
    select m.bk, m.person_id as id, m.organisation_id as union from memberships.membership m
    where m.status = 'active' and not exists (select from access.demo_persona p where p.person_id = m.person_id)
    order by m.new_form desc, m.bk, m.person_id limit ${RIDERS_MAX}`.execute(ctx.db)
  await sql`create temp table demo_rider (month smallint, place integer, bk smallint, id uuid, union_id uuid) on commit drop`.execute(
    ctx.db,
  )
  for (let month = firstKept; month <= lastMonth; month++) {
    await sql`select green_travel.prepare_month(${month})`.execute(ctx.db)
    const pseudonyms = await pseudonymsOf(ctx, month, members)
    await sql`insert into demo_rider select ${month}, row_number() over () - 1, bk, id, union_id
      from unnest(${members.map(({ bk }) => bk)}::smallint[], ${pseudonyms}::uuid[],
        ${members.map(({ union }) => union)}::uuid[]) r (bk, id, union_id)`.execute(ctx.db)
  }
  await sql`create index on demo_rider (month, place)`.execute(ctx.db)
  await sql`analyze demo_rider`.execute(ctx.db)
}

/** Two rides a voucher, there and back; the rides of a day go round among the riders. */
async function insertRides(ctx: Context, { budget }: DemoBase, firstKept: number): Promise<void> {
  await sql`create temp table demo_ride on commit drop as
    with rides as (
      select t.day, t.route, ((extract(year from t.day)::integer - 2020) * 12 + extract(month from t.day)::integer - 1) as month,
        row_number() over (partition by t.day order by n, t.route) - 1 as place
      from green_travel.ride_total t cross join lateral generate_series(1, t.rides) n
      where t.day >= ${firstDayOf(firstKept)}::date
    ), riders as (select month, count(*) as count from demo_rider group by month)
    select r.day, r.route, r.month, d.bk, d.id as rider, d.union_id, r.place % 2 + 1 as counter,
      (r.month::bigint << 40) | (d.bk::bigint << 34) | ((r.day - ${firstDayOf(firstKept)}::date)::bigint << 20) | (r.place / 2) as voucher,
      (r.day + interval '6 hours' + (r.place % 2) * interval '9 hours' + ((r.place * 7919) % 18000) * interval '1 second')
        at time zone 'Asia/Shanghai' as taken_at
    from rides r join riders c using (month)
    join demo_rider d on d.month = r.month and d.place = ((r.place / 2) + (r.day - date '2020-01-01') * 61) % c.count`.execute(
    ctx.db,
  )
  // Two rides that cannot be one person's: from one route to another in a minute.
  await sql`update demo_ride set taken_at = f.taken_at + interval '1 minute'
    from (select distinct on (day) voucher, taken_at from demo_ride where counter = 1 and route = 1
      order by day desc, voucher limit 2) f
    where demo_ride.voucher = f.voucher and demo_ride.counter = 2 and demo_ride.route = 2`.execute(ctx.db)
  await sql`insert into green_travel.rider (bk, month, id, issued)
    select bk, month, rider, count(*) from demo_ride group by 1, 2, 3`.execute(ctx.db)
  await sql`insert into green_travel.voucher (bk, id, month, rider, union_id, budget, terms, signing_key, device_key, first_day,
      rides_1, rides_2, rides_3, void_due_on, issued_at, voided_at)
    select bk, voucher, month, rider, union_id, ${budget}, 1, 1, sha256(convert_to(voucher::text, 'UTF8')), day,
      count(*), 0, 0, day + 8, min(taken_at) - interval '1 hour',
      case when day + 8 < ${cityDay(ctx.now)}::date then (day + 8)::timestamp at time zone 'Asia/Shanghai' end
    from demo_ride group by bk, voucher, month, rider, union_id, day order by bk, voucher`.execute(ctx.db)
  await sql`insert into green_travel.ride (bk, voucher, counter, day, taken_at, read_at, recorded_at, company, route, reader,
      budget, member_fen, union_fen, company_fen, source)
    select bk, voucher, counter, day, taken_at, taken_at + interval '2 seconds', ${nextMorning(sql`day`)}, 1, route,
      1 + (voucher % 24)::integer, ${budget}, 1, 99, 100, 1
    from demo_ride order by bk, voucher, counter`.execute(ctx.db)
}
