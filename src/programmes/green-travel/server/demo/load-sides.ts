import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import { newId } from '#platform/ids.ts'
import type { Context } from '#platform/context.ts'
import { firstDayOf } from '../../rules/voucher-number.ts'
import type { DayCount } from './demo-days.ts'
import type { DemoRides } from './load-rides.ts'

type Claimed = { readonly day: string; readonly route: number; rides: number; fen: number }

/**
 * The last two closed months as readers and company tell them, each made apart from the journal, with lines that are
 * missing, too many or altered; nobody has reconciled them yet.
 */
export async function loadSides(ctx: Context, { days, lastMonth }: DemoRides): Promise<void> {
  for (const month of [lastMonth - 1, lastMonth]) {
    const [from, to] = [firstDayOf(month), firstDayOf(month + 1)]
    const own = days.filter(({ day, rides }) => day >= from && day < to && rides > 0)
    await insertReaderCounts(ctx, own)
    await insertClaim(ctx, month, claimOf(own))
  }
  await insertFiles(ctx)
  await insertStops(ctx)
  // What pages read instead of counting, from the rows that were put there in bulk.
  await sql`select green_travel.recount(${cityDay(ctx.now)}::date)`.execute(ctx.db)
}

/** Invented stops, some kilometres between the ends of the city. */
const insertStops = (ctx: Context) =>
  sql`insert into green_travel.route_stop (route, place, longitude, latitude)
    select route, place, 113.20 + route * 0.025 + place * 0.004, 33.73 + (route % 3) * 0.02 + place * 0.003
    from generate_series(1, 6) route cross join generate_series(1, 4) place`.execute(ctx.db)

/** Readers' own day counts: a little more here, a little less there. */
const insertReaderCounts = (ctx: Context, own: readonly DayCount[]) => {
  const [more, less] = [own[11]!, own[44]!]
  return sql`insert into green_travel.ride_total (company, route, day, result, rides, member_fen, union_fen, recorded_at)
    values (1, ${more.route}, ${more.day}, 40, 2, 0, 0, ${more.day}::date + 1),
      (1, ${less.route}, ${less.day}, 40, -1, 0, 0, ${less.day}::date + 1)`.execute(ctx.db)
}

function claimOf(own: readonly DayCount[]): Claimed[] {
  const claimed = own.map(({ day, route, rides }): Claimed => ({ day, route, rides, fen: rides * 99 }))
  const change = (at: number, rides: number, fen = rides * 99) => {
    claimed[at]!.rides += rides
    claimed[at]!.fen += fen
  }
  change(7, -3)
  change(20, 5)
  change(33, 0, 100)
  // Two routes of one day, three rides in the wrong one.
  change(60, 3)
  change(61, -3)
  // Four rides of a route on the day after.
  change(90, -4)
  change(96, 4)
  return claimed.filter((_, at) => at !== 75)
}

async function insertClaim(ctx: Context, month: number, lines: readonly Claimed[]): Promise<void> {
  const sum = (pick: 'rides' | 'fen') => lines.reduce((total, line) => total + line[pick], 0)
  const { rows } = await sql<{ id: number }>`
    insert into green_travel.claim_file (stored_file, name, company, month, lines, refused, rides, fen, made_by, received_at)
    values (${newId()}, ${`${firstDayOf(month).slice(0, 7)}申报.xlsx`}, 1, ${month}, ${lines.length}, 0, ${sum('rides')},
      ${sum('fen')}, '鹰城公共交通公司', ${firstDayOf(month + 1)}::date + 2) returning id`.execute(ctx.db)
  await sql`insert into green_travel.claim_line (claim, line, day, route, rides, fen)
    select ${rows[0]!.id}, row_number() over () + 3, day, route, rides, fen
    from unnest(${lines.map(({ day }) => day)}::date[], ${lines.map(({ route }) => route)}::smallint[],
      ${lines.map(({ rides }) => rides)}::integer[], ${lines.map(({ fen }) => fen)}::bigint[]) l (day, route, rides, fen)`.execute(
    ctx.db,
  )
}

/** Files of the last week: two readers left one out, one reader's clock is hours wrong, one file was refused. */
async function insertFiles(ctx: Context): Promise<void> {
  const today = cityDay(ctx.now)
  await sql`insert into green_travel.scan_file (stored_file, name, bytes, company, made_by, received_at, state, reader, number,
      made_at, digest, lines, read_bytes, clock_offset, sample_checked, started_at, ended_at)
    select gen_random_uuid(), 'R' || lpad(r::text, 3, '0') || '-' || d || '.txt', lines * 140, 1, '鹰城公共交通公司',
      at, 'done', r, d, at - interval '1 hour', encode(sha256(convert_to(r || ' ' || d, 'UTF8')), 'hex'), lines, lines * 140,
      case when r = 17 then 14400 else 2 end, least(lines, 300), at, at + interval '3 seconds'
    from generate_series(1, 24) r cross join generate_series(1, 7) d
    cross join lateral (select 10 + (r * 7 + d * 3) % 14 as lines,
      (${today}::date - 8 + d)::timestamp at time zone 'Asia/Shanghai' + r * interval '1 minute' as at) x
    where (r, d) not in ((5, 3), (11, 6)) order by d, r`.execute(ctx.db)
  await sql`insert into green_travel.scan_half (file, half, accepted, duplicate, refused, second_use, recorded_at)
    select id, half, 0, lines / 2 + case when half = 0 then lines % 2 else 0 end, 0, 0, ended_at
    from green_travel.scan_file cross join generate_series(0, 1) half where state = 'done'`.execute(ctx.db)
  await sql`insert into green_travel.scan_file (stored_file, name, bytes, company, made_by, received_at, state, refusal, ended_at)
    values (gen_random_uuid(), 'R009-8.txt', 1680, 1, '鹰城公共交通公司',
      ${today}::timestamp at time zone 'Asia/Shanghai', 'refused', 'truncated',
      ${today}::timestamp at time zone 'Asia/Shanghai')`.execute(ctx.db)
}
