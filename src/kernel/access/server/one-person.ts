import { sql } from 'kysely'
import { personNames, sameAs, survivorOf } from '#kernel/people/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { rolesHeld, type KnownAccount } from './known-account.ts'

/**
 * Every row that is this person, first the one that stands for them now. A corrected number or a merge writes a link
 * and moves nothing (decision 0003): roles and sessions stay where they were written and are read along the link, so
 * that they come back as they were where a merge is undone.
 */
export const rowsOf = async (at: Pick<Context, 'db'>, person: PersonKey): Promise<PersonKey[]> =>
  sameAs(at, await survivorOf(at, person))

/** Of a row with `person_bk` and `person_id` by that name: it belongs to one of these rows. */
export const belongsTo = (rows: readonly PersonKey[], name: string) => sql<boolean>`(
  ${sql.ref(`${name}.person_bk`)}, ${sql.ref(`${name}.person_id`)}) in (
  select * from unnest(${rows.map(({ bk }) => bk)}::smallint[], ${rows.map(({ id }) => id)}::uuid[]))`

/**
 * Whether any link leads from or to a row with that key; asked with it, since hardly anybody has one. Its tables bear
 * their whole names, so that no alias of the caller's is shadowed.
 */
export const isLinked = (bk: ReturnType<typeof sql>, id: ReturnType<typeof sql>) => sql<boolean>`(
  exists (select from people.person_link where person_link.bk = ${bk} and person_link.person_id = ${id})
  or exists (select from people.person_link
    where person_link.survivor_bk = ${bk} and person_link.survivor_id = ${id}))`

type Known = Pick<KnownAccount, 'bk' | 'personId' | 'name' | 'roles'> & { readonly isLinked: boolean }

/** The one person behind a row: its survivor's key and name, with the roles of all rows. */
export async function asOnePerson<K extends Known>(
  at: Pick<Context, 'db' | 'config' | 'now'>,
  known: K,
): Promise<K> {
  const { bk, personId } = known
  if (!known.isLinked || bk === null || personId === null) return known
  const rows = await rowsOf(at, { bk, id: personId })
  const survivor = rows[0]!
  const names = await personNames(at, [survivor])
  const { rows: held } = await sql<{ roles: Known['roles'] }>`
    select ${rolesHeld(at.now, belongsTo(rows, 'g'))} as roles`.execute(at.db)
  return {
    ...known,
    bk: survivor.bk,
    personId: survivor.id,
    name: [...names.values()][0] ?? known.name,
    roles: held[0]!.roles,
  }
}
