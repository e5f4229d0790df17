/** An entry in its final order, with the rank that the scores gave it. */
export type Placed = { readonly entry: number; readonly rank: number }

export type QuotaFill = {
  /** By entry, the index of the quota it falls into. */
  readonly given: ReadonlyMap<number, number>
  /** Ties that lie across the edge of a quota, which no rule breaks: a person orders them. */
  readonly undecided: readonly { readonly quota: number; readonly entries: readonly number[] }[]
}

/**
 * Fills quotas from the top; null takes all that are left. A tie across an edge is never cut by chance or by an order of lists: nothing from the tie
 * on is given until a person has ordered exactly those entries (`decided`, each list from the better down).
 */
export function fillQuotas(
  ranked: readonly Placed[],
  counts: readonly (number | null)[],
  decided: readonly (readonly number[])[] = [],
): QuotaFill {
  const ordered = inDecidedOrder(ranked, decided)
  const given = new Map<number, number>()
  const undecided: { quota: number; entries: number[] }[] = []
  let start = 0
  for (const [quota, count] of counts.entries()) {
    const end = count === null ? ordered.length : Math.min(start + count, ordered.length)
    const [last, next] = [ordered[end - 1], ordered[end]]
    const cutsTie = last !== undefined && next !== undefined && last.rank === next.rank
    const tied = cutsTie ? ordered.filter(({ rank }) => rank === last.rank).map(({ entry }) => entry) : []
    if (cutsTie && !decided.some((list) => sameEntries(list, tied))) {
      undecided.push({ quota, entries: tied })
      for (const { entry } of ordered.slice(start, end)) if (!tied.includes(entry)) given.set(entry, quota)
      break
    }
    for (const { entry } of ordered.slice(start, end)) given.set(entry, quota)
    start = end
  }
  return { given, undecided }
}

function inDecidedOrder(ranked: readonly Placed[], decided: readonly (readonly number[])[]): Placed[] {
  const place = new Map(decided.flatMap((list) => list.map((entry, index) => [entry, index] as const)))
  return ranked.toSorted(
    (a, b) => a.rank - b.rank || (place.get(a.entry) ?? 0) - (place.get(b.entry) ?? 0) || a.entry - b.entry,
  )
}

const sameEntries = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((entry) => b.includes(entry))
