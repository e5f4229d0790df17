import { cityDay } from '#platform/city-time.ts'

/** Those of the months (`2026-10`, newest first) that are over in the city. */
export function endedMonths<Month extends { readonly month: string }>(months: readonly Month[]): Month[] {
  const now = cityDay(Date.now()).slice(0, 'YYYY-MM'.length)
  return months.filter(({ month }) => month < now)
}
