import type { DemandPoint } from './coverage.ts'

/**
 * The plan that anybody makes with a map and a pencil: each time the place that adds most. Beside it stands what the
 * solver found; where both are the same, nothing was to be gained. Ties fall to the lower number.
 */
export function buildGreedily(
  demand: readonly Pick<DemandPoint, 'persons'>[],
  near: readonly (readonly number[])[],
  places: number,
  count: number,
): number[] {
  const chosen: number[] = []
  const isCovered = new Uint8Array(demand.length)
  const pointsOf = turned(near, places)
  while (chosen.length < count) {
    let [best, most] = [-1, 0]
    for (let place = 0; place < places; place++) {
      let adds = 0
      for (const point of pointsOf[place]!) if (isCovered[point] === 0) adds += demand[point]!.persons
      if (adds > most) [best, most] = [place, adds]
    }
    if (best < 0) break
    chosen.push(best)
    for (const point of pointsOf[best]!) isCovered[point] = 1
  }
  return chosen
}

/** The same for closing: each time the place that is missed least. Answers those that close. */
export function closeGreedily(
  demand: readonly Pick<DemandPoint, 'persons'>[],
  near: readonly (readonly number[])[],
  places: number,
  count: number,
): number[] {
  const closed: number[] = []
  const isClosed = new Uint8Array(places)
  const left = Int32Array.from(near, (those) => those.length)
  const pointsOf = turned(near, places)
  while (closed.length < count) {
    let [best, least] = [-1, Infinity]
    for (let place = 0; place < places; place++) {
      if (isClosed[place] === 1) continue
      let lost = 0
      for (const point of pointsOf[place]!) if (left[point] === 1) lost += demand[point]!.persons
      if (lost < least) [best, least] = [place, lost]
    }
    if (best < 0) break
    closed.push(best)
    isClosed[best] = 1
    for (const point of pointsOf[best]!) left[point]!--
  }
  return closed
}

function turned(near: readonly (readonly number[])[], places: number): number[][] {
  const pointsOf = Array.from({ length: places }, (): number[] => [])
  for (const [point, those] of near.entries()) for (const place of those) pointsOf[place]!.push(point)
  return pointsOf
}
