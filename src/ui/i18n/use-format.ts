import { useMemo } from 'react'
import { formatDistance } from './format-distance.ts'
import { formatCompact, formatNumber, formatPercent, formatYuan, formatYuanCompact } from './format-number.ts'
import {
  formatDate,
  formatDateTime,
  formatRelative,
  formatTime,
  type DateStyle,
  type Moment,
} from './format-time.ts'
import { useLanguage } from './language.tsx'
import type { Language } from './text.ts'

function formattersFor(language: Language) {
  return {
    number: (value: number | bigint, digits?: number) => formatNumber(value, language, digits),
    compact: (value: number | bigint) => formatCompact(value, language),
    percent: (share: number, digits?: number) => formatPercent(share, language, digits),
    yuan: (fen: number | bigint) => formatYuan(fen, language),
    yuanCompact: (fen: number | bigint) => formatYuanCompact(fen, language),
    date: (moment: Moment, style?: DateStyle) => formatDate(moment, language, style),
    time: formatTime,
    dateTime: (moment: Moment, style?: DateStyle) => formatDateTime(moment, language, style),
    relative: (moment: Moment, now: Moment = Date.now()) => formatRelative(moment, now, language),
    distance: (metres: number) => formatDistance(metres, language),
  }
}

export type Formatters = ReturnType<typeof formattersFor>

/** Every formatter bound to the language of the page: `const format = useFormat()`. */
export function useFormat(): Formatters {
  const { language } = useLanguage()
  return useMemo(() => formattersFor(language), [language])
}
