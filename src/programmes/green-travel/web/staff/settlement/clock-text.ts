import type { Translate } from '#ui/i18n/language.tsx'
import { settlementMessages as messages } from './messages.ts'

/** Some seconds pass between the code and the reading: below two minutes a clock is right. */
const RIGHT_SECONDS = 120

export function clockText(t: Translate, offsetSeconds: number | null): string {
  if (offsetSeconds === null) return '—'
  if (Math.abs(offsetSeconds) < RIGHT_SECONDS) return t(messages.clockRight)
  const minutes = Math.round(offsetSeconds / 60)
  return t(messages.clockOff, { minutes: minutes > 0 ? `+${minutes}` : `−${-minutes}` })
}
