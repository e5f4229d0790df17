import { sql, type RawBuilder } from 'kysely'
import { foldedFor, type AsOf } from '#kernel/figures/index.ts'
import type { Context } from '#platform/context.ts'
import { heldBy, lastOf, rollAsOf } from './roll-as-of.ts'

type Sql = RawBuilder<unknown>

export type FormCount = { readonly newForm: boolean; readonly value: number }

/** How many are on the roll, by form of employment. */
export async function membersByForm(ctx: Context, at: AsOf): Promise<FormCount[]> {
  const select = await partsOf(ctx, at, 'membership.member_day_rollup', sql`new_form`)
  const { rows } = await sql<FormCount>`select new_form as "newForm", sum(members)::integer as value
    from (${select}) parts group by 1 having sum(members) <> 0 order by 1`.execute(ctx.db)
  return rows
}

/** The same by the district in which each union stands now; the city's own unions under the empty key. */
export async function membersByDistrict(
  ctx: Context,
  at: AsOf,
  onlyNewForms: boolean,
): Promise<{ key: string; value: number }[]> {
  const select = await partsOf(ctx, at, 'membership.member_rollup', sql`organisation_id, new_form`)
  const { rows } = await sql<{ key: string; value: number }>`
    with unions as (
      select organisation_id, sum(members) as members from (${select}) parts
      where new_form or not ${onlyNewForms} group by 1)
    select coalesce((select d.adcode from organisations.organisation d
        where d.kind = 'county-federation' and d.path @> unit.path limit 1), '') as key, sum(members)::integer as value
    from unions join organisations.organisation unit on unit.id = unions.organisation_id
    group by 1 having sum(members) <> 0 order by 1`.execute(ctx.db)
  return rows
}

/** What is folded, and what was recorded since: of each membership touched, as it stands less as it stood. */
async function partsOf(ctx: Context, at: AsOf, rollup: string, columns: Sql): Promise<Sql> {
  const { rows } = await sql<{ mark: string; until: Date | null }>`
    select folded_before::text as mark, folded_until as until from membership.rollup_mark`.execute(ctx.db)
  const folded = rows[0]
  if (folded === undefined)
    return sql`select ${columns}, 1 as members from ${rollAsOf(at)} as roll where status = 'active'`
  const whole = foldedFor(at, folded.mark)
  // Of the day under way, what is folded counts where the moment lies after it.
  const { until } = folded
  const isAfterPart = until !== null && !whole.isPast && at.recordedUpTo >= until
  const from = isAfterPart ? until : whole.from
  const days = isAfterPart
    ? sql`recorded_day <= ${folded.mark}::date`
    : sql`recorded_day < ${whole.before}::date`
  const touched = sql`(bk, person_id, membership_id) in (
    select bk, person_id, membership_id from memberships.membership_history
    where recorded_at >= ${from} and recorded_at <= ${at.recordedUpTo})`
  const held = sql`${heldBy(at)} and ${touched}`
  return sql`
    select ${columns}, members from ${sql.table(rollup)}
    where ${days} and valid_day <= ${at.asOf}::date
    union all select ${columns}, 1 from ${lastOf(held)} as stands where status = 'active'
    union all select ${columns}, -1 from ${lastOf(sql`${held} and recorded_at < ${from}`)} as stood
    where status = 'active'`
}
