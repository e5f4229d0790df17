import { addDays } from '#platform/city-time.ts'

export type Shares = { readonly firstDay: string; readonly rides: readonly [number, number, number] }

/**
 * A voucher's rides by day: of what the limits leave of up to three days (`left`), as many as the budget pays, the nearest
 * days first. Days at the front with nothing left are not covered. Undefined where nothing is left at all.
 */
export function shareOut(firstDay: string, left: readonly number[], paid: number): Shares | undefined {
  let rest = paid
  const given = left.map((rides) => {
    const share = Math.min(rides, rest)
    rest -= share
    return share
  })
  const front = given.findIndex((rides) => rides > 0)
  if (front < 0) return undefined
  const [first = 0, second = 0, third = 0] = given.slice(front)
  return { firstDay: addDays(firstDay, front), rides: [first, second, third] }
}
