import { threshold } from '../founding/thresholds.ts'

/** Six, three and one month before the end of a term the union and the level above are told. */
export type TermStage = 'running' | 'due-6' | 'due-3' | 'due-1' | 'overdue' | 'unknown'

/** The same day so many months away; the last of a shorter month. Negative months go back. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(index / 12), index - Math.floor(index / 12) * 12]
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate()
  return `${y}-${String(m + 1).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`
}

/** Where a term stands on a day. Its last day still belongs to it: overdue begins the day after. */
export function termStage(untilDay: string | null, today: string): TermStage {
  if (untilDay === null) return 'unknown'
  if (today > untilDay) return 'overdue'
  if (today > monthsAfter(untilDay, -1)) return 'due-1'
  if (today > monthsAfter(untilDay, -3)) return 'due-3'
  return today > monthsAfter(untilDay, -6) ? 'due-6' : 'running'
}

/** The last day of a term of three or five years that began on a day (工会法 article 16): the day before its anniversary. */
export function termEnd(fromDay: string, years: number): string {
  const end = new Date(`${monthsAfter(fromDay, years * 12)}T00:00:00Z`)
  end.setUTCDate(end.getUTCDate() - 1)
  return end.toISOString().slice(0, 10)
}

/** Until when a vacant chair is to be filled (河南省工会条例 article 14). */
export const byElectionDue = (vacantFrom: string): string =>
  monthsAfter(vacantFrom, threshold('vacantChairMonths', vacantFrom).value)

/**
 * The latest day to which an election may be postponed. The law names no extension: three or five years is the term
 * (article 16). What the level above may grant is a short delay, as its own decision with its own paper; half a year is
 * this platform's limit, not a law's.
 */
export const extensionLimit = (untilDay: string): string => monthsAfter(untilDay, EXTENSION_MONTHS_MAX)

export const EXTENSION_MONTHS_MAX = 6
