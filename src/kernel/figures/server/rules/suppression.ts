/** The smallest group of people that may be told of in public. */
export const GROUP_MIN = 10

/**
 * Which cells of a table must be hidden, so that no group of one to nine can be worked out: every such group, and
 * where the cells add up to a known total also as many of the smallest others as it takes. Afterwards each hidden
 * cell could still, for all that can be computed from the rest, count ten or more. Empty cells tell of nobody
 * and stay. Undefined: the table cannot be shown at all.
 */
export function cellsToHide(counts: readonly number[], addsUp: boolean): boolean[] | undefined {
  const hidden = counts.map((count) => count > 0 && count < GROUP_MIN)
  if (!addsUp || !hidden.includes(true)) return hidden
  const others = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count }) => count >= GROUP_MIN)
    .sort((a, b) => a.count - b.count || a.index - b.index)
  while (!isAmbiguous(counts.filter((_, index) => hidden[index]))) {
    const next = others.shift()
    if (next === undefined) return undefined
    hidden[next.index] = true
  }
  return hidden
}

/** Their sum is known, and that each is at least one: the largest that any of them can be must reach the minimum. */
function isAmbiguous(hidden: readonly number[]): boolean {
  const sum = hidden.reduce((total, count) => total + count, 0)
  return hidden.length > 1 && sum - (hidden.length - 1) >= GROUP_MIN
}

/**
 * A count of people as it is published: whole tens. Answers of neighbouring days, taken from one another, then never tell
 * of one to nine (decision record 0009).
 */
export const inTens = (count: number): number => count - (count % GROUP_MIN)

/** Whether so many records are one to nine, and tell of single people. */
export const isTooFew = (count: number): boolean => count > 0 && count < GROUP_MIN
