/** Calendar days of the city as `2026-11-23`; China keeps one offset all year. */

const DAY_MS = 86_400_000
const OFFSET_MS = 8 * 3_600_000

/** The day that a moment (ISO 8601, or milliseconds) falls on in the city. */
export const cityDayOf = (moment: string | number): string =>
  new Date((typeof moment === 'string' ? Date.parse(moment) : moment) + OFFSET_MS).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** From `from` to `to`; negative where `to` lies before. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS
