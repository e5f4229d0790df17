import type { MembershipStatus } from '../contract.ts'

/** A dated line of a membership's history, oldest first where there are several. */
export type StandingLine = { readonly validFrom: string; readonly status: MembershipStatus }

/**
 * The status on a day, undefined before the first line: the last recorded of the lines that were valid by then,
 * the same rule as `memberships.standing_on` in SQL.
 */
export function statusOn(lines: readonly StandingLine[], day: string): MembershipStatus | undefined {
  return lines.findLast((line) => line.validFrom <= day)?.status
}
