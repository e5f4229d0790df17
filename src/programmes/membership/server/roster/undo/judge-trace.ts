import { sql, type RawBuilder } from 'kysely'
import { namingOf } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'

/**
 * Does a record of this table hang on somebody's being a member? What the import itself wrote does not, nor a message
 * that was sent to them, nor that two rows were found to be two people; merged rows are told apart by their link.
 */
export const hangsOn = (table: string): boolean => !OWN.includes(table)

const OWN: readonly string[] = [
  'memberships.membership',
  'membership.particulars',
  'membership.roster_row',
  'membership.roster_trace',
  'notifications.message',
  'people.person_link',
  'people.person_link_undone',
  'people.person_apart',
]

/**
 * A SELECT of `row, verdict, bk, person_id, membership_id, why, places`: whether each of the lines of a trace that `those`
 * selects can be taken back (`why` is null), or why not, and which tables have records of the person since.
 */
export async function judgedTrace(ctx: Context, those: RawBuilder<unknown>): Promise<RawBuilder<unknown>> {
  const naming = await namingOf(ctx, sql.ref('asked'), hangsOn)
  return sql`
    with asked as materialized (${those}),
    pointed as (
      select a.row, array_agg(n.place order by n.place) as places
      from asked a
      join (select bk, person_id, place, sum(count) as count from (${naming}) each_place group by 1, 2, 3) n
        on n.bk = a.bk and n.person_id = a.person_id
      where a.verdict <> 'changes' and n.count > coalesce((a.named_before ->> n.place)::integer, 0)
      group by a.row)
    select a.row, a.verdict, a.bk, a.person_id, a.membership_id, pointed.places, case
      when exists (select from people.person_link l where l.bk = a.bk and l.person_id = a.person_id)
        or exists (select from people.person_link l where l.survivor_bk = a.bk and l.survivor_id = a.person_id
          and l.recorded_at > a.written_at) then 'merged'
      when a.verdict <> 'changes' and (m.version is distinct from 1 or m.status <> 'active') then 'moved-on'
      when exists (
        select from membership.roster_trace later
        where later.bk = a.bk and later.person_id = a.person_id and later.import_id <> a.import_id
          and later.written_at > a.written_at and later.outcome is distinct from 'taken-back') then 'later-import'
      when pointed.places is not null then 'in-use'
      when a.verdict = 'changes' and q.recorded_at is distinct from a.written_at then 'changed-since'
      end as why
    from asked a
    left join memberships.membership m on m.bk = a.bk and m.person_id = a.person_id and m.id = a.membership_id
    left join membership.particulars q on q.bk = a.bk and q.person_id = a.person_id
    left join pointed on pointed.row = a.row`
}

/** What an import wrote: lines that stand, and rows that are still to leave theirs. */
export const traceOf = (importId: string): RawBuilder<unknown> => sql`
  select import_id, row, verdict, bk, person_id, membership_id, written_at, named_before
  from membership.roster_trace where import_id = ${importId}::uuid and outcome is null
  union all
  select r.import_id, r.row, r.verdict, m.bk, m.person_id, m.id, i.ordered_at, null
  from membership.roster_row r
  join membership.roster_import i on i.id = r.import_id
  join people.person p on p.bk = r.bk and p.blind_index = r.blind_index
  join memberships.membership m on m.bk = p.bk and m.person_id = p.id and m.id = r.membership_id
  where r.import_id = ${importId}::uuid and r.verdict = 'new'`
