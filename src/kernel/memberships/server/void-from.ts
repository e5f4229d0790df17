import { sql, type RawBuilder } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'

/**
 * Takes memberships back that were written by mistake: they never were, on any day, by what is recorded from now on.
 * `source` is a SELECT of `bk, person_id, id`. One that was changed since it began (moved, ended, retained) is left
 * as it is. Answers how many were taken back.
 */
export async function voidFrom(ctx: Context, source: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ voided: number }>`
    with taken as (
      update memberships.membership m
      set status = 'voided', to_day = m.from_day - 1, version = m.version + 1
      from (${source}) as w
      where m.bk = w.bk and m.person_id = w.person_id and m.id = w.id
        and m.version = 1 and m.status = 'active'
      returning m.bk, m.person_id, m.id, m.version, m.from_day, m.organisation_id, m.new_form
    ), told as (
      insert into memberships.membership_history
        (bk, person_id, membership_id, version, valid_from, organisation_id, status, new_form, made_by)
      select bk, person_id, id, version, from_day, organisation_id, 'voided', new_form, ${madeBy(ctx)}::text from taken
    )
    select count(*) as voided from taken`.execute(ctx.db)
  return rows[0]!.voided
}
