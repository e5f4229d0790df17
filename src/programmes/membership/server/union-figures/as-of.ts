import { sql, type RawBuilder } from 'kysely'
import type { AsOf } from '#kernel/figures/index.ts'

/**
 * Unions that stood on a day, by the last lines that were valid then and recorded by that moment: of the tree for name,
 * kind and place, of the profile for form, trade and founding. Where nobody put a face on record, the tree's kind says
 * the form and its first line the founding.
 */
export const unionsAsOf = ({ asOf, recordedUpTo }: AsOf): RawBuilder<unknown> => sql`(
  select o.organisation_id, o.name, o.adcode, above.name as above,
    coalesce(p.form, case o.kind when 'joint-union' then 'joint' when 'union-association' then 'association'
      else 'committee' end) as form,
    coalesce(p.new_form, false) as new_form, p.trade, coalesce(p.founded_on, first.valid_from) as founded_on
  from (
    select distinct on (h.organisation_id) h.*
    from organisations.organisation_history h
    where h.valid_from <= ${asOf}::date and h.recorded_at <= ${recordedUpTo}
    order by h.organisation_id, h.version desc) o
  join organisations.organisation_history first on first.organisation_id = o.organisation_id and first.version = 1
  left join lateral (
    select a.name from organisations.organisation_history a
    where a.organisation_id = o.parent_id and a.valid_from <= ${asOf}::date and a.recorded_at <= ${recordedUpTo}
    order by a.version desc limit 1) above on true
  left join lateral (
    select f.form, f.new_form, f.trade, f.founded_on from membership.union_profile_history f
    where f.organisation_id = o.organisation_id and f.valid_from <= ${asOf}::date and f.recorded_at <= ${recordedUpTo}
    order by f.version desc limit 1) p on true
  where o.kind in ('grassroots-union', 'joint-union', 'union-association') and o.state = 'active')`

/** The last day of each union's last term that was on record then, a postponed election included. */
export const termsAsOf = ({ asOf, recordedUpTo }: AsOf): RawBuilder<unknown> => sql`(
  select distinct on (t.organisation_id) t.organisation_id, greatest(t.until_day, e.until_day) as until_day
  from membership.union_term t
  left join membership.union_term_extension e
    on e.organisation_id = t.organisation_id and e.term_no = t.no and e.recorded_at <= ${recordedUpTo}
  where t.from_day <= ${asOf}::date and t.recorded_at <= ${recordedUpTo}
  order by t.organisation_id, t.no desc)`
