import type { Balance } from '../../shapes.ts'

export type Side = 'debit' | 'credit'

/** The four sums of an account, as booked. */
export type Sums = Pick<Balance, 'debitsPosted' | 'creditsPosted' | 'debitsPending' | 'creditsPending'>

/** The sums in the account's normal direction. What is reserved counts as spent, what is expected not as there. */
export function balanceFrom(normalSide: Side, sums: Sums): Balance {
  const isCredit = normalSide === 'credit'
  const posted = isCredit ? sums.creditsPosted - sums.debitsPosted : sums.debitsPosted - sums.creditsPosted
  const held = isCredit ? sums.debitsPending : sums.creditsPending
  const expected = isCredit ? sums.creditsPending : sums.debitsPending
  return { ...sums, posted, held, expected, available: posted - held }
}
