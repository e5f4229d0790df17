import { sql } from 'kysely'
import { sameAs } from '#kernel/people/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'

/** Of a row with `person_bk` and `person_id`: it names this person, on any of the rows that are the person. */
export async function isPerson(ctx: Context, person: PersonKey) {
  const keys = await sameAs(ctx, person)
  return sql<boolean>`(person_bk, person_id) in (select * from unnest(
    ${keys.map(({ bk }) => bk)}::smallint[], ${keys.map(({ id }) => id)}::uuid[]))`
}
