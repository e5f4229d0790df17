import { dayOf } from '../../../rules/round-days.ts'

const CITY = 'Asia/Shanghai'
const TIME = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/

/** `18:00`, on the city's clock. */
export const timeOf = (instant: string | Date): string =>
  new Date(instant).toLocaleTimeString('en-GB', { timeZone: CITY, hour: '2-digit', minute: '2-digit' })

/** Undefined where it is no time of a 24-hour clock; a full-width colon is one. */
export function readTime(text: string): string | undefined {
  const found = TIME.exec(text.trim())
  return found === null ? undefined : `${found[1]!.padStart(2, '0')}:${found[2]}`
}

export const instantOf = (day: string, time: string): string => `${day}T${time}:00+08:00`

const DAY_MS = 86_400_000

/** From today for sixty days. */
export function usualPeriod(now: Date) {
  return {
    entriesFrom: instantOf(dayOf(now), '00:00'),
    entriesUntil: instantOf(dayOf(new Date(now.getTime() + 60 * DAY_MS)), '18:00'),
  }
}
