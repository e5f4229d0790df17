import { sql, type RawBuilder } from 'kysely'
import { foldDays, type RecordedDay } from '#kernel/figures/index.ts'
import type { Context, Db } from '#platform/context.ts'

/** Folds every recorded day that is over into differences, so that the roll of a day is a sum. */
export const foldMembers = (ctx: Context): Promise<void> => foldDays(ctx, { nextDay, foldDay })

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
 * Of every membership that the day's lines touch: its days on the roll as they are known now, less its days as they were
 * known before. Nothing is assumed of the order in which lines become valid.
 */
async function foldDay(within: Db, { day, from, to, next }: RecordedDay): Promise<void> {
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
      insert into membership.member_rollup (recorded_day, valid_day, organisation_id, new_form, members)
      select ${day}::date, valid_day, organisation_id, new_form, members from changes)
    insert into membership.member_day_rollup (recorded_day, valid_day, new_form, members)
    select ${day}::date, valid_day, new_form, sum(members)::integer from changes
    group by valid_day, new_form having sum(members) <> 0`.execute(within)
  await sql`insert into membership.rollup_mark (folded_before) values (${next}::date)
    on conflict (id) do update set folded_before = excluded.folded_before`.execute(within)
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
