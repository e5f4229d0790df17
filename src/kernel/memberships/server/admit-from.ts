import { sql, type RawBuilder } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'

/**
 * The set-based door, for rosters whose rows stand in a table: `source` is a SELECT of `bk, person_id, id,
 * organisation_id, from_day, new_form` of persons who stand for themselves and whose home is that organisation.
 * Whoever has a lasting membership, or had one on that day, is left out. The caller has checked that the
 * organisations take members and that no day lies in the future. Answers how many were admitted.
 */
export async function admitFrom(ctx: Context, source: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ admitted: number }>`
    with made as (
      insert into memberships.membership (bk, person_id, id, organisation_id, from_day, status, new_form)
      select w.bk, w.person_id, w.id, w.organisation_id, w.from_day, 'active', w.new_form
      from (${source}) as w
      where not exists (
        select 1 from memberships.membership before
        where before.bk = w.bk and before.person_id = w.person_id and before.to_day >= w.from_day
          and before.status <> 'voided')
      on conflict (bk, person_id) where to_day is null do nothing
      returning bk, person_id, id, organisation_id, from_day, status, new_form, version
    ), told as (
      insert into memberships.membership_history
        (bk, person_id, membership_id, version, valid_from, organisation_id, status, new_form, made_by)
      select bk, person_id, id, version, from_day, organisation_id, status, new_form, ${madeBy(ctx)}::text from made
    )
    select count(*) as admitted from made`.execute(ctx.db)
  return rows[0]!.admitted
}
