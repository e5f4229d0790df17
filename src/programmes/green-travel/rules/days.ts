const DAY_MS = 86_400_000
/** China keeps one time all year, and so do readers, who only add days of 86,400 seconds. */
const AHEAD_MS = 8 * 3_600_000

/** A day so many days later, `2026-11-24`. */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** The city's midnight at which a day begins, in seconds since 1970. */
export const startOfDay = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - AHEAD_MS) / 1000
