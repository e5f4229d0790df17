import { findPeopleByPhone, survivorOf } from '#kernel/people/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { phoneOfAccount } from './accounts.ts'
import { tables } from './tables.ts'

export type Behind = {
  readonly person: PersonKey
  /** Proved before that this account is theirs; otherwise a roster names this phone, which proves nothing yet. */
  readonly isLinked: boolean
}

/** Whom an account may act as: first those linked, oldest first, then those whom a roster has under its phone. */
export async function personsBehind(ctx: Context, accountId: string): Promise<Behind[]> {
  const linked = await personsOf(ctx, accountId)
  const phone = await phoneOfAccount(ctx, accountId)
  const known = phone === undefined ? [] : await findPeopleByPhone(ctx, phone)
  const more = known.filter(({ id }) => !linked.some((person) => person.id === id))
  return [
    ...linked.map((person) => ({ person, isLinked: true })),
    ...more.map(({ bk, id }) => ({ person: { bk, id }, isLinked: false })),
  ].slice(0, PERSONS_MAX)
}

const PERSONS_MAX = 20

/** Those linked to an account, oldest link first. Somebody whose rows were joined is one person. */
async function personsOf(ctx: Context, accountId: string): Promise<PersonKey[]> {
  const linked = await tables(ctx)
    .selectFrom('access.account_person')
    .select(['person_bk as bk', 'person_id as id'])
    .where('account_id', '=', accountId)
    .where('until', 'is', null)
    .orderBy('since')
    .orderBy('person_id')
    .limit(PERSONS_MAX)
    .execute()
  const persons = await Promise.all(linked.map((person) => survivorOf(ctx, person)))
  return [...new Map(persons.map((person) => [person.id, person])).values()]
}
