import { localeOf, type Language } from './text.ts'

/** An instant (Date, milliseconds, ISO string) or a calendar day, `2026-11-22`. */
export type Moment = Date | number | string
export type DateStyle = 'long' | 'short' | 'numeric'

/** The platform serves one country, and a day there begins at one instant wherever the browser is. */
const timeZone = 'Asia/Shanghai'
const dayOnly = /^\d{4}-\d{2}-\d{2}$/

function toDate(moment: Moment): Date {
  if (moment instanceof Date) return moment
  return new Date(typeof moment === 'string' && dayOnly.test(moment) ? `${moment}T00:00:00+08:00` : moment)
}

const dateOptions: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { year: 'numeric', month: 'long', day: 'numeric' },
  short: { month: 'short', day: 'numeric' },
  numeric: { year: 'numeric', month: '2-digit', day: '2-digit' },
}

/** long: 2026年11月22日 · short: 11月22日 · numeric: 2026-11-22 in both languages, for tables. */
export function formatDate(moment: Moment, language: Language, style: DateStyle = 'long'): string {
  const locale = style === 'numeric' ? 'sv-SE' : localeOf(language)
  return new Intl.DateTimeFormat(locale, { ...dateOptions[style], timeZone }).format(toDate(moment))
}

/** 09:05, on the clock of the place. */
export function formatTime(moment: Moment): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  return new Intl.DateTimeFormat('en-GB', options).format(toDate(moment))
}

/** 2026-11-22 09:05 for tables; 2026年11月22日 09:05 in prose. */
export function formatDateTime(moment: Moment, language: Language, style: DateStyle = 'numeric'): string {
  return `${formatDate(moment, language, style)} ${formatTime(moment)}`
}

const steps = [
  { unit: 'minute', seconds: 60, until: 3_600 },
  { unit: 'hour', seconds: 3_600, until: 86_400 },
  { unit: 'day', seconds: 86_400, until: 7 * 86_400 },
] as const

/**
 * 刚刚, 3分钟前, 2小时后, 昨天. From a week on the date itself says more. `now` is passed in so that the
 * answer can be tested and refreshed.
 */
export function formatRelative(moment: Moment, now: Moment, language: Language): string {
  const seconds = (toDate(moment).getTime() - toDate(now).getTime()) / 1_000
  const distance = Math.abs(seconds)
  if (distance < 60) return language === 'zh' ? '刚刚' : 'just now'
  const step = steps.find((candidate) => distance < candidate.until)
  if (!step) return formatDate(moment, language)
  const amount = Math.trunc(seconds / step.seconds)
  return new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }).format(amount, step.unit)
}
