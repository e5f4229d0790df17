import { useCallback } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import type { Text } from '#ui/i18n/text.ts'
import { useFormat } from '#ui/i18n/use-format.ts'
import { messages } from './messages.ts'

export type Amount = {
  readonly dimension: string
  readonly unit: Text
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly fewerThanTen: boolean
}

const FEN_PER_YUAN = 100

/** The number as it is set: a share as a percentage with one decimal, money in yuan. */
export function shownNumber({ dimension, value }: Pick<Amount, 'dimension' | 'value'>): number | null {
  if (value === null) return null
  if (dimension === 'ratio') return Number((value * 100).toFixed(1))
  return dimension === 'money' ? value / FEN_PER_YUAN : value
}

/** The whole figure in one line of text: 301 家, 97.3%（112 件中的 109 件）, 不足 10. */
export function useAmountText(): (amount: Amount) => string {
  const t = useText()
  const format = useFormat()
  return useCallback(
    (amount) => {
      const number = shownNumber(amount)
      if (number === null) return t(amount.fewerThanTen ? messages.fewerThanTen : messages.none)
      if (amount.dimension !== 'ratio') return `${format.number(number)} ${t(amount.unit)}`
      const terms = { numerator: amount.numerator ?? 0, denominator: amount.denominator ?? 0 }
      return `${number}% (${t(messages.ofTerms, terms)})`
    },
    [t, format],
  )
}
