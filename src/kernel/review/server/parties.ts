import type { Context, PersonKey } from '#platform/context.ts'
import { sameAs, survivorOf } from '#kernel/people/index.ts'

/** Who somebody is to a case: a person, an account behind which none is known, or the system. */
export type Party = {
  readonly bk: number | null
  readonly id: string | null
  readonly account: string | null
}

export const nobody: Party = { bk: null, id: null, account: null }

export type PartyWish = { readonly person: PersonKey } | { readonly accountId: string }

export function callingParty({ actor }: Context): Party {
  if (actor.kind !== 'account') return nobody
  return { bk: actor.person?.bk ?? null, id: actor.person?.id ?? null, account: actor.accountId }
}

export function partyOf(wish: PartyWish): Party {
  return 'person' in wish
    ? { bk: wish.person.bk, id: wish.person.id, account: null }
    : { bk: null, id: null, account: wish.accountId }
}

/** As the database writes it in `applicant`, `proposer` and `actor`. */
export function partyWord({ id, account }: Party, otherwise: 'nobody' | 'system'): string {
  if (id !== null) return `person:${id}`
  return account === null ? otherwise : `account:${account}`
}

/**
 * Every word by which the caller may stand in a case: the person with all rows that are the same one (a corrected
 * number makes a new row), and the account that they signed in with.
 */
export async function callersWords(ctx: Context): Promise<ReadonlySet<string>> {
  const { actor } = ctx
  if (actor.kind !== 'account') return new Set()
  const words = new Set([`account:${actor.accountId}`])
  if (actor.person === null) return words
  for (const { id } of await sameAs(ctx, await survivorOf(ctx, actor.person))) words.add(`person:${id}`)
  return words.add(`person:${actor.person.id}`)
}
