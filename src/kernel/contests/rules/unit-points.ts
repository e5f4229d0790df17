import type { ContestRules } from '../shapes.ts'

export type UnitEntry = { readonly unitId: string; /** Its award's id. */ readonly award: string | null }

export type UnitPlace = {
  readonly unitId: string
  readonly entries: number
  readonly awards: number
  readonly points: number
  readonly isAwarded: boolean
}

/**
 * Units by the contest's formula, the best first: points, then awards from the highest down, then entries. The organisation
 * prize has no hard edge: units that are equal at it all have it, and a unit without points has none.
 */
export function placeUnits(
  { organisationPrize: prize, awards }: Pick<ContestRules, 'organisationPrize' | 'awards'>,
  entries: readonly UnitEntry[],
): UnitPlace[] {
  const byUnit = new Map<string, UnitEntry[]>()
  for (const entry of entries) {
    const own = byUnit.get(entry.unitId)
    if (own === undefined) byUnit.set(entry.unitId, [entry])
    else own.push(entry)
  }
  const units = [...byUnit].map(([unitId, own]) => {
    const counts = awards.map(({ id }) => own.filter(({ award }) => award === id).length)
    const points = awards.reduce(
      (sum, { id }, index) => sum + counts[index]! * (prize?.pointsPerAward[id] ?? 0),
      own.length * (prize?.pointsPerEntry ?? 0),
    )
    return { unitId, keys: [points, ...counts, own.length], entries: own.length, points, counts }
  })
  units.sort((a, b) => byKeys(b.keys, a.keys) || (a.unitId < b.unitId ? -1 : 1))
  const edge = prize === null ? undefined : units[Math.min(prize.count, units.length) - 1]
  return units.map(({ unitId, keys, entries: count, points, counts }) => ({
    unitId,
    entries: count,
    awards: counts.reduce((sum, one) => sum + one, 0),
    points,
    isAwarded: edge !== undefined && points > 0 && byKeys(keys, edge.keys) >= 0,
  }))
}

function byKeys(a: readonly number[], b: readonly number[]): number {
  for (const [index, key] of a.entries()) if (key !== b[index]) return key - b[index]!
  return 0
}
