import { sql } from 'kysely'
import { openCase } from '#kernel/review/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { monthOfDay } from '../../rules/voucher-number.ts'
import { flagKinds, flagProcedure, type FlagKind } from './flag-procedure.ts'

/** Late files bring rides of weeks ago. */
const LOOK_BACK_DAYS = 40
const FOUND_MAX = 200

type Found = {
  kind: FlagKind
  key: string
  company: number
  unit: string
  day: string
  evidence: Record<string, string | number>
}

/** Looks at what came in the last weeks; what was found before is not found again. Nothing is refused by a flag. */
export async function findFlags(ctx: Context): Promise<void> {
  const since = cityDay(new Date(ctx.now.getTime() - LOOK_BACK_DAYS * 86_400_000))
  for (const find of [impossibleTravel, codeSharing, readerReplay])
    for (const one of await find(ctx, since))
      await ctx.db.transaction().execute((db) => raise({ ...ctx, db }, one))
}

async function raise(ctx: Context, { kind, key, company, unit, day, evidence }: Found): Promise<void> {
  const known = await sql`select from green_travel.flag where kind = ${kind} and key = ${key}`.execute(ctx.db)
  if (known.rows.length > 0) return
  const id = newId(ctx.now.getTime())
  const { id: caseId } = await openCase(ctx, flagProcedure, {
    subject: `green-travel.flag:${id}`,
    organisationId: unit,
    applicant: null,
    summary: `${day} ${flagKinds[kind].zh}`,
    href: `/staff/green-travel/flags?flag=${id}`,
  })
  await sql`insert into green_travel.flag (id, kind, key, company, day, evidence, case_id, found_at)
    values (${id}, ${kind}, ${key}, ${company}, ${day}, ${JSON.stringify(evidence)}, ${caseId}, ${ctx.now})`.execute(
    ctx.db,
  )
}

const isNew = (kind: FlagKind, key: ReturnType<typeof sql>) =>
  sql`not exists (select from green_travel.flag f where f.kind = ${kind} and f.key = ${key})`

/** Two rides of one member, nearer in time than the nearest stops of both routes are apart at the speed agreed. */
async function impossibleTravel(ctx: Context, since: string): Promise<readonly Found[]> {
  const { rows } = await sql<Found>`
    with speed as (
      select speed_kmh from green_travel.watchfulness where from_day <= ${since} order by from_day desc limit 1
    ), apart as (
      select a.route as from_route, b.route as to_route,
        min(green_travel.metres_between(a.longitude, a.latitude, b.longitude, b.latitude)) as metres
      from green_travel.route_stop a join green_travel.route_stop b on a.route <> b.route group by 1, 2
    ), pairs as (
      select r.*, v.rider, lag(r.route) over w as from_route, lag(r.reader) over w as from_reader,
        lag(r.taken_at) over w as from_at
      from green_travel.ride r join green_travel.voucher v on v.bk = r.bk and v.id = r.voucher
      where r.voucher >= ${monthOfDay(since)}::bigint << 40 and r.day >= ${since}::date
      window w as (partition by v.bk, v.rider, r.day order by r.taken_at)
    )
    select 'impossible-travel' as kind, p.voucher || ':' || p.counter as key, p.company, c.organisation_id as unit, p.day,
      jsonb_build_object('rider', left(p.rider::text, 8), 'fromRoute', f.name, 'toRoute', t.name,
        'fromReader', fr.code, 'toReader', tr.code, 'metres', round(a.metres),
        'seconds', round(extract(epoch from p.taken_at - p.from_at)),
        'speedKmh', round(a.metres * 3.6 / greatest(extract(epoch from p.taken_at - p.from_at), 1)),
        'limitKmh', s.speed_kmh) as evidence
    from pairs p cross join speed s
    join apart a on a.from_route = p.from_route and a.to_route = p.route
    join green_travel.company c on c.id = p.company
    join green_travel.route f on f.id = p.from_route join green_travel.route t on t.id = p.route
    join green_travel.reader fr on fr.id = p.from_reader join green_travel.reader tr on tr.id = p.reader
    where a.metres * 3.6 > s.speed_kmh * extract(epoch from p.taken_at - p.from_at)
      and ${isNew('impossible-travel', sql`p.voucher || ':' || p.counter`)}
    order by p.taken_at limit ${FOUND_MAX}`.execute(ctx.db)
  return rows
}

/** One code at two readers: the phone's screen was shown on, or copied. */
async function codeSharing(ctx: Context, since: string): Promise<readonly Found[]> {
  const { rows } = await sql<Found>`
    select 'code-sharing' as kind, s.voucher || ':' || s.counter as key, r.company, c.organisation_id as unit, r.day,
      jsonb_build_object('rider', left(v.rider::text, 8), 'fromReader', fr.code, 'toReader', tr.code,
        'seconds', round(extract(epoch from s.taken_at - r.taken_at)), 'files', count(distinct s.file)) as evidence
    from green_travel.scan_refusal s
    join green_travel.scan_file sf on sf.id = s.file
    join green_travel.reader tr on tr.id = sf.reader
    join green_travel.ride r on r.bk = ((s.voucher >> 34) & 63) and r.voucher = s.voucher and r.counter = s.counter
    join green_travel.voucher v on v.bk = r.bk and v.id = r.voucher
    join green_travel.reader fr on fr.id = r.reader
    join green_travel.company c on c.id = r.company
    where s.result = 2 and s.taken_at >= ${since}::date
      and ${isNew('code-sharing', sql`s.voucher || ':' || s.counter`)}
    group by s.voucher, s.counter, r.company, c.organisation_id, r.day, v.rider, fr.code, tr.code, s.taken_at, r.taken_at
    order by r.day limit ${FOUND_MAX}`.execute(ctx.db)
  return rows
}

/** A file under a new number whose lines are mostly those of another one. */
async function readerReplay(ctx: Context, since: string): Promise<readonly Found[]> {
  const { rows } = await sql<Found>`
    select 'reader-replay' as kind, f.id::text as key, f.company, c.organisation_id as unit, f.received_at::date as day,
      jsonb_build_object('file', f.name, 'toReader', r.code, 'number', f.number, 'lines', f.lines,
        'duplicates', h.duplicate) as evidence
    from green_travel.scan_file f join green_travel.reader r on r.id = f.reader
    join green_travel.company c on c.id = f.company
    cross join lateral (select sum(duplicate) as duplicate, sum(accepted) as accepted
      from green_travel.scan_half where file = f.id) h
    where f.state = 'done' and f.received_at >= ${since}::date and h.duplicate >= 20 and h.duplicate * 2 >= f.lines
      and exists (select from green_travel.scan_half o join green_travel.scan_file g on g.id = o.file
        where g.reader = f.reader and g.number < f.number and o.accepted > 0)
      and ${isNew('reader-replay', sql`f.id::text`)}
    limit ${FOUND_MAX}`.execute(ctx.db)
  return rows
}
