/** Months of a budget, `2027-01` to `2027-12`, both included. */
export type Period = { readonly from: string; readonly to: string }

/**
 * The period that is proposed for the next budget: the twelve months after the last one, which is the next year where budgets
 * go by the year; where there is none, this month to the end of the year.
 */
export function nextPeriod(last: Period | undefined, today: string): Period {
  if (last === undefined) return { from: today.slice(0, 7), to: `${today.slice(0, 4)}-12` }
  return { from: monthsLater(last.to, 1), to: monthsLater(last.to, 12) }
}

function monthsLater(month: string, count: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}
