import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { textArray } from '#platform/database/array-literal.ts'
import type { Membership } from './queries.ts'

/** One dated line a change, in one statement however many there are: figures count these lines as of a day. */
export async function writeHistory(
  db: Context['db'],
  changes: readonly (Membership & { readonly validFrom: string })[],
  by: string,
): Promise<void> {
  const list = (value: (change: Membership & { readonly validFrom: string }) => string) =>
    textArray(changes.map(value))
  await sql`
    insert into memberships.membership_history
      (bk, person_id, membership_id, version, valid_from, organisation_id, status, new_form, made_by)
    select *, ${by}::text from unnest(
      ${list(({ bk }) => String(bk))}::smallint[],
      ${list(({ personId }) => personId)}::uuid[],
      ${list(({ id }) => id)}::uuid[],
      ${list(({ version }) => String(version))}::integer[],
      ${list(({ validFrom }) => validFrom)}::date[],
      ${list(({ organisationId }) => organisationId)}::uuid[],
      ${list(({ status }) => status)}::text[],
      ${list(({ newForm }) => String(newForm))}::boolean[])`.execute(db)
}
