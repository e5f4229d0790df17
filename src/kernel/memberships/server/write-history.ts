import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Membership } from './queries.ts'

/** One dated line a change, in one statement however many there are: figures count these lines as of a day. */
export async function writeHistory(
  db: Context['db'],
  changes: readonly (Membership & { readonly validFrom: string })[],
  by: string,
): Promise<void> {
  await sql`
    insert into memberships.membership_history
      (bk, person_id, membership_id, version, valid_from, organisation_id, status, new_form, made_by)
    select *, ${by}::text from unnest(
      ${changes.map((change) => change.bk)}::smallint[],
      ${changes.map((change) => change.personId)}::uuid[],
      ${changes.map((change) => change.id)}::uuid[],
      ${changes.map((change) => change.version)}::integer[],
      ${changes.map((change) => change.validFrom)}::date[],
      ${changes.map((change) => change.organisationId)}::uuid[],
      ${changes.map((change) => change.status)}::text[],
      ${changes.map((change) => change.newForm)}::boolean[])`.execute(db)
}
