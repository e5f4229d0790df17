import type { RoundRule } from '../shapes.ts'
import { rank, totalOf, type Points } from './rank.ts'
import { fillQuotas } from './quotas.ts'

export type OpenSheet = { readonly entry: number; readonly judge: number; readonly points: Points }

export type JudgeView = {
  readonly judge: number
  readonly sheets: number
  /** Hundredths of a point of 100 above the other judges of the same entries, on average; for reading only. */
  readonly leaning: number
  /** Entries that would have another place in the quotas, or none, or one after all, without this judge. */
  readonly changesWithout: number
}

/** How each judge scored beside the others, and how much of the list hangs on them alone. */
export function viewJudges(
  rule: RoundRule,
  tieCriteria: readonly string[],
  counts: readonly (number | null)[],
  sheets: readonly OpenSheet[],
): JudgeView[] {
  const judges = [...new Set(sheets.map(({ judge }) => judge))].toSorted((a, b) => a - b)
  const whole = given(rule, tieCriteria, counts, sheets)
  const means = meansOf(rule, sheets)
  return judges.map((judge) => {
    const own = sheets.filter((sheet) => sheet.judge === judge)
    const without = given(
      rule,
      tieCriteria,
      counts,
      sheets.filter((sheet) => sheet.judge !== judge),
    )
    const entries = new Set([...whole.keys(), ...without.keys()])
    return {
      judge,
      sheets: own.length,
      leaning: leaningOf(rule, own, means),
      changesWithout: [...entries].filter((entry) => whole.get(entry) !== without.get(entry)).length,
    }
  })
}

function given(
  rule: RoundRule,
  tieCriteria: readonly string[],
  counts: readonly (number | null)[],
  sheets: readonly OpenSheet[],
): ReadonlyMap<number, number> {
  const byEntry = new Map<number, Points[]>()
  for (const { entry, points } of sheets) byEntry.set(entry, [...(byEntry.get(entry) ?? []), points])
  return fillQuotas(rank(rule, tieCriteria, byEntry), counts).given
}

const asNumber = (rule: RoundRule, points: Points): number => {
  const { numerator, denominator } = totalOf(rule, points)
  return Number((numerator * 10_000n) / denominator) / 100
}

function meansOf(rule: RoundRule, sheets: readonly OpenSheet[]) {
  const sums = new Map<number, { sum: number; count: number }>()
  for (const { entry, points } of sheets) {
    const { sum, count } = sums.get(entry) ?? { sum: 0, count: 0 }
    sums.set(entry, { sum: sum + asNumber(rule, points), count: count + 1 })
  }
  return sums
}

function leaningOf(rule: RoundRule, own: readonly OpenSheet[], means: ReturnType<typeof meansOf>): number {
  const differences = own.flatMap(({ entry, points }) => {
    const { sum, count } = means.get(entry)!
    const mine = asNumber(rule, points)
    return count > 1 ? [mine - (sum - mine) / (count - 1)] : []
  })
  if (differences.length === 0) return 0
  return Math.round(differences.reduce((all, one) => all + one, 0) / differences.length) + 0
}
