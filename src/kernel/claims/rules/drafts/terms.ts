import type { Text } from '#platform/text.ts'
import type { SaidNumber } from '../numbers/said-number.ts'
import { judgeRate, weighRate } from '../relations/rate.ts'
import { saidOfNumber } from '../relations/said-of-number.ts'

/** What a rate's own sentence says to it: the quotient of its terms where it states two that give it, and else what is missing. */
export type RateTerms = { readonly isStated: boolean; readonly lines: readonly Text[] }

/** The two terms of a rate are some two counts of its sentence whose quotient the rate may be; the relation `rate` weighs them. */
export function termsOf(rate: SaidNumber, numbers: readonly SaidNumber[]): RateTerms {
  const said = saidOfNumber(rate)
  const counts = numbers.filter(
    ({ role, value, kind }) => role === 'amount' && value !== null && value > 0 && kind !== 'ratio',
  )
  for (const part of counts)
    for (const whole of counts) {
      if (part === whole || part.value! > whole.value! || !isAlike(part, whole)) continue
      const weighed = weighRate(said, saidOfNumber(part), saidOfNumber(whole))
      if (weighed.verdict !== 'contradicts') return { isStated: true, lines: weighed.lines }
    }
  return { isStated: false, lines: judgeRate(said, null, null).lines.slice(1) }
}

/** One may go without its measure word: 113件中的110. */
const isAlike = (a: SaidNumber, b: SaidNumber) => a.kind === b.kind || a.kind === 'none' || b.kind === 'none'
