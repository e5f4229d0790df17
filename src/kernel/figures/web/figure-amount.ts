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

/** A figure in words: 301 家, 97.3%, 不足 10; and a share's two terms apart from it. */
export function useAmountWords(): (amount: Amount) => { main: string; terms?: string } {
  const t = useText()
  const format = useFormat()
  return useCallback(
    (amount) => {
      const number = shownNumber(amount)
      if (number === null) return { main: t(amount.fewerThanTen ? messages.fewerThanTen : messages.none) }
      if (amount.dimension !== 'ratio') return { main: `${format.number(number)} ${t(amount.unit)}` }
      const terms = { numerator: amount.numerator ?? 0, denominator: amount.denominator ?? 0 }
      return { main: `${number}%`, terms: t(messages.ofTerms, terms) }
    },
    [t, format],
  )
}

/** The same in one line, for a table. */
export function useAmountText(): (amount: Amount) => string {
  const words = useAmountWords()
  return (amount) => {
    const { main, terms } = words(amount)
    return terms === undefined ? main : `${main} · ${terms}`
  }
}
