import { CITY_OFFSET_MS } from '#platform/city-time.ts'

/** Days as whole numbers since 1970-01-01, so that a year of them is a loop and not a calendar. */

const SECONDS_PER_DAY = 86_400

const OFFSET_SECONDS = CITY_OFFSET_MS / 1000

export function dayNumber(isoDate: string): number {
  const milliseconds = Date.parse(`${isoDate}T00:00:00Z`)
  if (Number.isNaN(milliseconds)) throw new RangeError(`Not a date: "${isoDate}"`)
  return milliseconds / 1000 / SECONDS_PER_DAY
}

export function isoDate(day: number): string {
  return new Date(day * SECONDS_PER_DAY * 1000).toISOString().slice(0, 10)
}

/** ISO weekday, 1 is Monday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return ((day + 3) % 7) + 1
}

/** Seconds since the epoch at which this day begins in the city. */
export function startOfDay(day: number): number {
  return day * SECONDS_PER_DAY - OFFSET_SECONDS
}

/** The day that a moment (seconds since the epoch) falls on in the city. */
export function dayOf(seconds: number): number {
  return Math.floor((seconds + OFFSET_SECONDS) / SECONDS_PER_DAY)
}

export function minuteOfDay(seconds: number): number {
  return Math.floor((seconds - startOfDay(dayOf(seconds))) / 60)
}
