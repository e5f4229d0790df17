import { useCallback } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { Currency } from '../shapes.ts'
import { messages } from './messages.ts'

/** An amount in the words of its currency: 1,234.50元, 300 积分, 90 分钟. Exact, never rounded. */
export function useAmount(): (value: number, currency: Currency) => string {
  const t = useText()
  const format = useFormat()
  return useCallback(
    (value, currency) =>
      currency === 'fen' ? format.yuan(value) : t(messages[currency], { value: format.number(value) }),
    [t, format],
  )
}
