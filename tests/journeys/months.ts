/** China keeps one time, eight hours ahead of UTC. */
const ZONE_MS = 8 * 60 * 60 * 1000

/** Those of the months (`2026-10`, newest first) that are over in the city. */
export function endedMonths<Month extends { readonly month: string }>(months: readonly Month[]): Month[] {
  const now = new Date(Date.now() + ZONE_MS).toISOString().slice(0, 'YYYY-MM'.length)
  return months.filter(({ month }) => month < now)
}
