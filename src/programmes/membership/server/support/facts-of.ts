import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { MilestoneFacts } from '../../rules/support/measure.ts'

/**
 * What a milestone is measured by, as the rolls have it on a day: the last line of each membership that was valid then.
 * The founding is the register's, never what an application said.
 */
export async function factsOf(ctx: Context, unionId: string, day: string): Promise<MilestoneFacts> {
  const { rows } = await sql<Omit<MilestoneFacts, 'measuredOn'>>`
    select
      (select coalesce(p.founded_on, h.valid_from) from organisations.organisation_history h
        left join membership.union_profile p on p.organisation_id = h.organisation_id
        where h.organisation_id = ${unionId} and h.version = 1) as "foundedOn",
      count(*) as members, count(*) filter (where standing.new_form) as "newFormMembers"
    from (
      select distinct on (h.bk, h.person_id, h.membership_id) h.status, h.new_form, h.organisation_id
      from memberships.membership_history h
      where h.organisation_id = ${unionId} and h.valid_from <= ${day}::date
      order by h.bk, h.person_id, h.membership_id, h.version desc) standing
    where standing.status = 'active'`.execute(ctx.db)
  return { measuredOn: day, ...rows[0]! }
}
