import { setTimeout as wait } from 'node:timers/promises'
import { sql, type RawBuilder } from 'kysely'
import { foldDays, type RecordedDay } from '#kernel/figures/index.ts'
import { cityDay, endOfDay } from '#platform/city-time.ts'
import type { Context, Db } from '#platform/context.ts'

/**
 * Folds every recorded day that is over into differences, so that the roll of a day is a sum; and of the day under way, what a
 * large roster has just written, so that nobody waits for it until the night.
 */
export async function foldMembers(ctx: Context): Promise<void> {
  await foldDays(ctx, { nextDay, foldDay })
  await foldToday(ctx)
}

/** The job's name in this programme's manifest, and the one under which `startJobs` runs it, for whoever wakes it. */
export const FOLD_MEMBERS = 'fold-members'
export const RUN_FOLDING = `membership.${FOLD_MEMBERS}`

/** Fewer lines than this are counted as they stand. */
const MANY_LINES = 20_000
const WAITS_MS = 10_000
const DAY_MS = 86_400_000

/** What today's lines are so far, where they are so many that counting them as they stand takes long. */
export async function foldToday(ctx: Context, many = MANY_LINES): Promise<void> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(ctx.db)
  const { now } = rows[0]!
  const left = await unfoldedOf(ctx.db, now)
  if (left === undefined || !(await isMany(ctx.db, left.from, many))) return
  if (await isWrittenUpTo(ctx.db, now)) await foldUpTo(ctx.db, now)
}

/** Folds what was recorded before that moment, where all days before its own are folded. Nobody may still write to it. */
export async function foldUpTo(db: Db, moment: Date): Promise<void> {
  const left = await unfoldedOf(db, moment)
  if (left === undefined || left.from >= moment) return
  await db.transaction().execute((within) => foldDay(within, { ...left, to: moment, next: left.day }))
}

/** From when the moment's day is not folded; undefined where a day before it is not. */
async function unfoldedOf(db: Db, moment: Date): Promise<{ day: string; from: Date } | undefined> {
  const day = await nextDay(db)
  if (day === undefined || cityDay(moment) !== day) return undefined
  const { rows } = await sql<{
    until: Date | null
  }>`select folded_until as until from membership.rollup_mark`.execute(db)
  return { day, from: rows[0]?.until ?? new Date(endOfDay(day).getTime() - DAY_MS) }
}

async function isMany(db: Db, from: Date, many: number): Promise<boolean> {
  const { rows } = await sql<{ lines: number }>`select count(*) as lines from (
    select from memberships.membership_history where recorded_at >= ${from} limit ${many}) as recent`.execute(
    db,
  )
  return rows[0]!.lines === many
}

/** Waits a little for whoever began to write before that moment; false where one still does. */
async function isWrittenUpTo(db: Db, moment: Date): Promise<boolean> {
  for (let waited = 0; waited < WAITS_MS; waited += 500) {
    const { rows } = await sql<{ running: boolean }>`select exists (select from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and xact_start <= ${moment}) as running`.execute(
      db,
    )
    if (!rows[0]!.running) return true
    await wait(500)
  }
  return false
}

/** The first day that is not folded; undefined while nobody was ever a member. */
async function nextDay(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`select coalesce(
    (select folded_before from membership.rollup_mark),
    (select (min(recorded_at) at time zone 'Asia/Shanghai')::date from memberships.membership_history))::text as day`.execute(
    db,
  )
  return rows[0]!.day ?? undefined
}

/**
 * Folds a day, or what is left of one of which a part is folded already; `next` is the same day where only a part is.
 *
 * Of every membership that the lines touch: its days on the roll as they are known now, less its days as they were
 * known before. Nothing is assumed of the order in which lines become valid.
 */
async function foldDay(within: Db, { day, from: begins, to, next }: RecordedDay): Promise<void> {
  // Two turns never fold the same lines: whoever comes second finds the mark moved on, and does nothing.
  const { rows: marks } = await sql<{ before: string; until: Date | null; parts: number }>`
    select folded_before::text as before, folded_until as until, parts from membership.rollup_mark for update`.execute(
    within,
  )
  const mark = marks[0]
  if (mark !== undefined && mark.before > day) return
  const from = mark?.until ?? begins
  const part = mark?.parts ?? 0
  await sql`
    with touched as (
      select distinct bk, person_id, membership_id from memberships.membership_history
      where recorded_at >= ${from} and recorded_at < ${to}),
    lines as (
      select bk, person_id, membership_id, h.version, h.valid_from, h.organisation_id, h.status, h.new_form,
        h.recorded_at < ${from} as was_known
      from touched join memberships.membership_history h using (bk, person_id, membership_id)
      where h.recorded_at < ${to}),
    points as (
      ${edgesOf(sql`lines`, 1)} union all ${edgesOf(sql`lines where was_known`, -1)}),
    changes as (
      select valid_day, organisation_id, new_form, sum(members)::integer as members
      from points group by 1, 2, 3 having sum(members) <> 0),
    by_union as (
      insert into membership.member_rollup (recorded_day, part, valid_day, organisation_id, new_form, members)
      select ${day}::date, ${part}, valid_day, organisation_id, new_form, members from changes)
    insert into membership.member_day_rollup (recorded_day, part, valid_day, new_form, members)
    select ${day}::date, ${part}, valid_day, new_form, sum(members)::integer from changes
    group by valid_day, new_form having sum(members) <> 0`.execute(within)
  const isWhole = next > day
  await sql`insert into membership.rollup_mark (folded_before, folded_until, parts)
    values (${next}::date, ${isWhole ? null : to}, ${isWhole ? 0 : part + 1})
    on conflict (id) do update set folded_before = excluded.folded_before, folded_until = excluded.folded_until,
      parts = excluded.parts`.execute(within)
}

/**
 * Where days on the roll begin and end. A line holds from its day until the earliest day of any later version; one whose
 * day does not come before that is never seen.
 */
const edgesOf = (lines: RawBuilder<unknown>, sign: 1 | -1): RawBuilder<unknown> => sql`
  select edge.valid_day, organisation_id, new_form, edge.members
  from (
    select valid_from, organisation_id, status, new_form, min(valid_from) over (
      partition by bk, person_id, membership_id order by version
      rows between 1 following and unbounded following) as until
    from ${lines}) spans
  cross join lateral (values (valid_from, ${sign}::integer), (until, -(${sign}::integer))) as edge (valid_day, members)
  where status = 'active' and (until is null or valid_from < until) and edge.valid_day is not null`
