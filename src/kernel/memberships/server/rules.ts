import type { MembershipStatus } from '../contract.ts'

/** A dated line of a membership's history, oldest first where there are several. */
export type StandingLine = { readonly validFrom: string; readonly status: MembershipStatus }

/** The day after, on the calendar: `2026-02-28` → `2026-03-01`. */
export function dayAfter(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}

export function dayBefore(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() - 1)
  return at.toISOString().slice(0, 10)
}

/**
 * The status on a day, undefined before the first line: the last recorded of the lines that were valid by then,
 * the same rule as `memberships.standing_on` in SQL.
 */
export function statusOn(lines: readonly StandingLine[], day: string): MembershipStatus | undefined {
  return lines.findLast((line) => line.validFrom <= day)?.status
}
