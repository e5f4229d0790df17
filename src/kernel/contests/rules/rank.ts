import type { RoundRule } from '../shapes.ts'
import { compare, dividedBy, exactOf, plus, type Exact } from './exact.ts'

/** Hundredths of points by criterion. */
export type Points = Readonly<Record<string, number>>

export type Ranked = {
  readonly entry: number
  readonly mean: Exact
  /** Equal ranks are ties that no rule broke; the next rank leaves as many out. */
  readonly rank: number
}

/** A sheet's total out of 100: each criterion's share of its highest points, by its weight. */
export function totalOf(rule: Pick<RoundRule, 'criteria'>, points: Points): Exact {
  return rule.criteria
    .map(({ id, weight, pointsMax }) => exactOf(BigInt(weight) * BigInt(points[id]!), BigInt(pointsMax)))
    .reduce(plus)
}

/** With five or more, exactly one highest and one lowest are left out, however many are equal to them. */
export function trimmedMean(values: readonly Exact[], trimming: RoundRule['trimming']): Exact {
  const sorted = values.toSorted(compare)
  const kept = trimming === 'one-each' && sorted.length >= 5 ? sorted.slice(1, -1) : sorted
  return dividedBy(kept.reduce(plus), BigInt(kept.length))
}

/** Ranks entries by their means, then by the means of the tie criteria; what is still equal shares a rank. */
export function rank(
  rule: RoundRule,
  tieCriteria: readonly string[],
  sheets: ReadonlyMap<number, readonly Points[]>,
): Ranked[] {
  const keyed = [...sheets].map(([entry, all]) => ({ entry, keys: keysOf(rule, tieCriteria, all) }))
  keyed.sort((a, b) => compareKeys(b.keys, a.keys) || a.entry - b.entry)
  let standing = 1
  return keyed.map(({ entry, keys }, index) => {
    if (index > 0 && compareKeys(keyed[index - 1]!.keys, keys) !== 0) standing = index + 1
    return { entry, mean: keys[0]!, rank: standing }
  })
}

function keysOf(rule: RoundRule, tieCriteria: readonly string[], sheets: readonly Points[]): Exact[] {
  const total = trimmedMean(
    sheets.map((points) => totalOf(rule, points)),
    rule.trimming,
  )
  const known = tieCriteria.filter((id) => rule.criteria.some((criterion) => criterion.id === id))
  const means = known.map((id) =>
    trimmedMean(
      sheets.map((points) => exactOf(BigInt(points[id]!))),
      rule.trimming,
    ),
  )
  return [total, ...means]
}

function compareKeys(a: readonly Exact[], b: readonly Exact[]): number {
  for (const [index, key] of a.entries()) {
    const order = compare(key, b[index]!)
    if (order !== 0) return order
  }
  return 0
}
