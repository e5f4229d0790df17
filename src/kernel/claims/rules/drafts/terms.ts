import type { Text } from '#platform/text.ts'
import type { SaidNumber } from '../numbers/said-number.ts'
import { fits } from './judge-number.ts'

/** The two terms of a rate where its sentence states them: some two counts whose quotient the rate may be. */
export function termsOf(
  rate: SaidNumber,
  numbers: readonly SaidNumber[],
): readonly [SaidNumber, SaidNumber] | undefined {
  const counts = numbers.filter(
    ({ role, value, kind }) => role === 'amount' && value !== null && value > 0 && kind !== 'ratio',
  )
  for (const part of counts)
    for (const whole of counts) {
      if (part === whole || part.value! > whole.value! || !isAlike(part, whole)) continue
      if (fits(rate, part.value! / whole.value!)) return [part, whole]
    }
  return undefined
}

/** One may go without its measure word: 113件中的110. */
const isAlike = (a: SaidNumber, b: SaidNumber) => a.kind === b.kind || a.kind === 'none' || b.kind === 'none'

export const quotientLine = ([part, whole]: readonly [SaidNumber, SaidNumber]): Text => {
  const quotient = `${part.words} ÷ ${whole.words} = ${((part.value! / whole.value!) * 100).toFixed(2)}%`
  return { zh: quotient, en: quotient }
}

export const noTermsLine: Text = {
  zh: '只有比率，没有写明总数是多少、其中多少，读的人无法核对。',
  en: 'A rate alone: out of how many, and how many of them, is not said, and nobody can check it.',
}
