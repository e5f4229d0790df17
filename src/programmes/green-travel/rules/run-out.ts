import { addDays } from '#platform/city-time.ts'

export type RunOut = { readonly likely: string; readonly earliest: string; readonly latest: string | null }

const WEEK_DAYS = 7
const WEEKS_MIN = 4
/** Nine in ten: what lies outside is as likely too early as too late. */
const Z_90 = 1.645
const HORIZON_DAYS = 3_650

/**
 * The day on which `leftFen` are spent, when the weeks to come are like the full weeks that went (`weeklyFen`, oldest first).
 * A week's spending has mean m and spread s; after t weeks the sum has mean t·m and variance t·s² + t²·s²/k, the second part
 * because m itself is known from k weeks only. The range is where that sum reaches what is left, nine times in ten. Undefined
 * with fewer than four weeks, or where nothing was spent; `latest` is null where it lies more than ten years off.
 */
export function runOut(leftFen: number, weeklyFen: readonly number[], today: string): RunOut | undefined {
  const weeks = weeklyFen.length
  if (weeks < WEEKS_MIN || leftFen < 0) return undefined
  const mean = weeklyFen.reduce((sum, fen) => sum + fen, 0) / weeks
  if (mean <= 0) return undefined
  const variance = weeklyFen.reduce((sum, fen) => sum + (fen - mean) ** 2, 0) / (weeks - 1)
  const spreadAfter = (t: number) => Math.sqrt(t * variance + (t * t * variance) / weeks)
  const dayWhen = (spent: (t: number) => number) => {
    for (let day = 0; day <= HORIZON_DAYS; day += 1)
      if (spent(day / WEEK_DAYS) >= leftFen) return addDays(today, day)
    return null
  }
  const likely = dayWhen((t) => t * mean)
  const earliest = dayWhen((t) => t * mean + Z_90 * spreadAfter(t))
  if (likely === null || earliest === null) return undefined
  return { likely, earliest, latest: dayWhen((t) => t * mean - Z_90 * spreadAfter(t)) }
}
