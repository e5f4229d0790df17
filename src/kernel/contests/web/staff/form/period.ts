import { addDays, cityDay, momentAt } from '#platform/city-time.ts'

const TIME = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/

/** Undefined where it is no time of a 24-hour clock; a full-width colon is one. */
export function readTime(text: string): string | undefined {
  const found = TIME.exec(text.trim())
  return found === null ? undefined : `${found[1]!.padStart(2, '0')}:${found[2]}`
}

/** From today for sixty days. */
export function usualPeriod(now: Date) {
  return {
    entriesFrom: momentAt(cityDay(now), '00:00'),
    entriesUntil: momentAt(addDays(cityDay(now), 60), '18:00'),
  }
}
