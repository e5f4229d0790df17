import { distanceMetres, type Degrees } from '../coordinates.ts'

/** Swapping pairs of ways converges within some rounds; this bounds a day's route, whatever it is given. */
const ROUNDS_MAX = 40

/** Up to here every order is tried: 5,040 at most, and swapping alone may miss the shortest by more than a quarter. */
const ALL_TRIED_MAX = 7

/**
 * An order in which to visit places, from `start` (or from the first place): the shortest up to seven places; beyond, nearest
 * neighbour, then 2-opt until no swap shortens it, which is good for a day's route and not proved shortest. Open: it does
 * not come back. Great-circle metres.
 */
export function orderRoute<P extends Degrees>(places: readonly P[], start?: Degrees): P[] {
  if (places.length < 3 && start === undefined) return [...places]
  if (places.length <= ALL_TRIED_MAX) return shortest(places, start)
  return untangled(nearestNeighbour(places, start), start)
}

function shortest<P extends Degrees>(places: readonly P[], start?: Degrees): P[] {
  let best: { route: readonly P[]; metres: number } = { route: places, metres: Infinity }
  const extend = (route: readonly P[], metres: number, left: readonly P[]): void => {
    if (metres >= best.metres) return
    if (left.length === 0) best = { route, metres }
    left.forEach((next, at) => {
      extend([...route, next], metres + way(route.at(-1) ?? start, next), left.toSpliced(at, 1))
    })
  }
  if (start === undefined) extend(places.slice(0, 1), 0, places.slice(1))
  else extend([], 0, places)
  return [...best.route]
}

/** The length of the way in metres, from `start` where one is named. */
export function routeMetres(places: readonly Degrees[], start?: Degrees): number {
  const all = start === undefined ? places : [start, ...places]
  return all.slice(1).reduce((sum, place, index) => sum + distanceMetres(all[index]!, place), 0)
}

function nearestNeighbour<P extends Degrees>(places: readonly P[], start?: Degrees): P[] {
  const left = [...places]
  const route: P[] = []
  let here: Degrees = start ?? left[0]!
  while (left.length > 0) {
    let best = 0
    for (let at = 1; at < left.length; at++)
      if (distanceMetres(here, left[at]!) < distanceMetres(here, left[best]!)) best = at
    const [next] = left.splice(best, 1)
    route.push(next!)
    here = next!
  }
  return route
}

function untangled<P extends Degrees>(route: readonly P[], start?: Degrees): P[] {
  let best = [...route]
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const better = shortenedOnce(best, start)
    if (better === undefined) break
    best = better
  }
  return best
}

/** Turns each stretch around where that shortens the way; undefined where none does. */
function shortenedOnce<P extends Degrees>(route: readonly P[], start?: Degrees): P[] | undefined {
  const order = [...route]
  let isBetter = false
  for (let from = start === undefined ? 1 : 0; from < order.length - 1; from++)
    for (let to = from + 1; to < order.length; to++) {
      const before = from === 0 ? start : order[from - 1]
      const after = order[to + 1]
      const [first, last] = [order[from]!, order[to]!]
      const gain = way(before, first) + way(last, after) - way(before, last) - way(first, after)
      // A hair's breadth, so that rounding does not swap for ever.
      if (gain < 0.5) continue
      order.splice(from, to - from + 1, ...order.slice(from, to + 1).reverse())
      isBetter = true
    }
  return isBetter ? order : undefined
}

const way = (from: Degrees | undefined, to: Degrees | undefined): number =>
  from === undefined || to === undefined ? 0 : distanceMetres(from, to)
