import { distanceMetres, type Degrees } from '../coordinates.ts'

/** Where people are. */
export interface DemandPoint extends Degrees {
  readonly persons: number
}

/** A degree of latitude in metres, rounded down, so that the strip searched is never too narrow. */
const METRES_A_DEGREE = 111_000

/** Of each demand point, the numbers of the places within `metres` of it by great circle. */
export function placesNear(
  demand: readonly Degrees[],
  places: readonly Degrees[],
  metres: number,
): readonly (readonly number[])[] {
  // Places from south to north; only those in a point's strip are measured.
  const order = places.map((_, number) => number).sort((a, b) => places[a]!.latitude - places[b]!.latitude)
  const latitudes = Float64Array.from(order, (number) => places[number]!.latitude)
  const strip = metres / METRES_A_DEGREE
  return demand.map((point) => {
    const near: number[] = []
    for (
      let at = firstFrom(latitudes, point.latitude - strip);
      at < order.length && latitudes[at]! <= point.latitude + strip;
      at++
    )
      if (distanceMetres(point, places[order[at]!]!) <= metres) near.push(order[at]!)
    return near.sort((a, b) => a - b)
  })
}

/** Persons at demand points that have at least one of the chosen places near. */
export function personsCovered(
  demand: readonly Pick<DemandPoint, 'persons'>[],
  near: readonly (readonly number[])[],
  isChosen: (place: number) => boolean,
): number {
  return demand.reduce((sum, { persons }, point) => (near[point]!.some(isChosen) ? sum + persons : sum), 0)
}

/** The first position whose value is not below `from`. */
function firstFrom(sorted: Float64Array, from: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < from) low = middle + 1
    else high = middle
  }
  return low
}
