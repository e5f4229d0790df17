import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { unionKinds } from './get-union-row.ts'

/** Unions with face, term, chair and members, to be narrowed: `o` the organisation, `p` the profile, `term`, `chair`. */
export const unionsFrom = sql`organisations.organisation o
  join organisations.organisation parent on parent.id = o.parent_id
  left join membership.union_profile p on p.organisation_id = o.id
  left join lateral (
    select t.no, t.from_day, greatest(t.until_day, e.until_day) as until_day
    from membership.union_term t
    left join membership.union_term_extension e on e.organisation_id = t.organisation_id and e.term_no = t.no
    where t.organisation_id = o.id order by t.no desc limit 1) term on true
  left join lateral (
    select f.name from membership.union_officer f
    where f.organisation_id = o.id and f.until_day is null and f.duty in ('chair', 'organiser')
    order by f.duty limit 1) chair on true`

export const isUnion = sql`o.kind = any(${[...unionKinds]})`

/** On the roll now; a retained member is kept by no union that works. */
export const membersNow = sql<number>`(select count(*) from memberships.membership m
  where m.organisation_id = o.id and m.to_day is null and m.status = 'active')`

/** The same cuts as `termStage` makes; PostgreSQL ends a month early where it is shorter, as that rule does. */
export const stageOf = (ctx: Pick<Context, 'now'>) => {
  const today = sql`${cityDay(ctx.now)}::date`
  return sql<string>`case when term.until_day is null then 'unknown'
    when ${today} > term.until_day then 'overdue'
    when ${today} > (term.until_day - interval '1 month')::date then 'due-1'
    when ${today} > (term.until_day - interval '3 months')::date then 'due-3'
    when ${today} > (term.until_day - interval '6 months')::date then 'due-6'
    else 'running' end`
}

/** The tree knows no organiser: where no face is on record, the kind says the form. */
export const formShown = sql`coalesce(p.form, case o.kind
  when 'joint-union' then 'joint' when 'union-association' then 'association' else 'committee' end)`

export const unionColumns = (ctx: Pick<Context, 'now'>) => sql`
  o.id, o.name, o.kind, o.adcode, o.parent_id as "parentId", parent.name as "parentName",
  o.credit_code as "creditCode", o.state, ${formShown} as form, coalesce(p.new_form, false) as "newForm", p.trade,
  p.founded_on as "foundedOn", ${membersNow} as members, chair.name as "chairName", term.until_day as "termUntil",
  ${stageOf(ctx)} as stage`
