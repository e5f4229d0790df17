/** Chance that can be repeated: the same seed gives the same city on every machine. */
export type Random = {
  /** From 0 inclusive to 1 exclusive. */
  unit(): number
  /** A whole number from `from` to `to`, both inclusive. */
  whole(from: number, to: number): number
  chance(share: number): boolean
  /** Mean 0, deviation 1. */
  normal(): number
  pick<T>(list: readonly T[]): T
  /** Picks by weight; weights need not add up to one. */
  weighted<T>(list: readonly T[], weightOf: (item: T) => number): T
  shuffled<T>(list: readonly T[]): T[]
}

/**
 * A stream of its own for each `purpose`, so that one more draw in one place does not move every other place.
 */
export function createRandom(seed: number, purpose: string): Random {
  const unit = mulberry32(mix(seed, purpose))
  const whole = (from: number, to: number) => from + Math.floor(unit() * (to - from + 1))
  const weighted = <T>(list: readonly T[], weightOf: (item: T) => number): T => {
    let left = unit() * list.reduce((sum, item) => sum + weightOf(item), 0)
    return required(list.find((item) => (left -= weightOf(item)) < 0) ?? list.at(-1))
  }
  return {
    unit,
    whole,
    chance: (share) => unit() < share,
    // Box and Muller; 1 - unit keeps the logarithm away from zero.
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    pick: (list) => required(list[Math.floor(unit() * list.length)]),
    weighted,
    shuffled: (list) => {
      const order = [...list]
      for (let last = order.length - 1; last > 0; last--) {
        const other = whole(0, last)
        ;[order[last], order[other]] = [required(order[other]), required(order[last])]
      }
      return order
    },
  }
}

/** A number of events when `mean` are expected (Knuth): exact, and quick for the small means of a station's day. */
export function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random.unit(); product > limit; product *= random.unit()) count++
  return count
}

/** The first index whose running total lies above `target`: how a draw falls on one of many weights. */
export function indexAbove(totals: ArrayLike<number>, target: number): number {
  let low = 0
  let high = totals.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((totals[middle] ?? 0) > target) high = middle
    else low = middle + 1
  }
  return low
}

/** Tommy Ettinger's mulberry32: 32 bits of state are plenty for invented people. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/** FNV-1a over the purpose, started from the seed. */
function mix(seed: number, purpose: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0
  for (const letter of purpose) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash
}

function required<T>(item: T | undefined): T {
  if (item === undefined) throw new RangeError('Nothing to draw from: the list is empty')
  return item
}
