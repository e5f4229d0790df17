import { normaliseHeading } from '#platform/tabular/clean-text.ts'

import { distanceMetres, radians, type Degrees } from './coordinates.ts'

/** Two stations nearer than this may be one, entered twice. */
export const DUPLICATE_WITHIN_METRES = 50

export interface NearPair<T> {
  readonly first: T
  readonly second: T
  readonly distanceMetres: number
}

/** A metre of latitude; a metre of longitude is as many degrees divided by the cosine of the latitude. */
const DEGREES_A_METRE = 1 / 111_195
/** So many at one spot are a mistake of the file, and naming every pair of them would not help. */
const NEIGHBOURS_MAX = 20

/**
 * Every pair within the radius, each once, in the order of the list. Near-linear: places are put into squares a
 * radius wide, so that only a square and its eight neighbours are compared. Of one place at most 20 earlier
 * neighbours are named.
 */
export function findNearPairs<T extends Degrees>(
  places: Iterable<T>,
  radiusMetres: number = DUPLICATE_WITHIN_METRES,
): NearPair<T>[] {
  const squares = new Map<string, T[]>()
  const pairs: NearPair<T>[] = []
  for (const place of places) {
    const { column, row } = squareOf(place, radiusMetres)
    const found: NearPair<T>[] = []
    for (const near of neighbours(squares, column, row)) {
      if (found.length === NEIGHBOURS_MAX) break
      const metres = distanceMetres(near, place)
      if (metres <= radiusMetres) found.push({ first: near, second: place, distanceMetres: metres })
    }
    pairs.push(...found)
    const key = `${column} ${row}`
    const square = squares.get(key)
    if (square === undefined) squares.set(key, [place])
    else square.push(place)
  }
  return pairs
}

export interface NamedStation {
  readonly name: string
  readonly adcode: string
}

/** Stations of one name in one district, in groups of two or more. */
export function findSameNames<T extends NamedStation>(stations: Iterable<T>): T[][] {
  const groups = new Map<string, T[]>()
  for (const station of stations) {
    const key = sameNameKey(station)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [station])
    else group.push(station)
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Names are alike through width, spaces, punctuation and case; the same name in two districts is no fault. */
export function sameNameKey({ name, adcode }: NamedStation): string {
  return `${adcode} ${normaliseHeading(name)}`
}

/**
 * Rows are a radius high. Columns are as wide as a radius at 60° north, beyond any place in China: wider than
 * needed further south, but one width for all keeps neighbours in neighbouring squares.
 */
function squareOf({ longitude, latitude }: Degrees, radiusMetres: number): { column: number; row: number } {
  const height = radiusMetres * DEGREES_A_METRE * 1.001
  const width = height / Math.cos(radians(60))
  return { column: Math.floor(longitude / width), row: Math.floor(latitude / height) }
}

function* neighbours<T>(squares: ReadonlyMap<string, T[]>, column: number, row: number): Generator<T> {
  for (let x = column - 1; x <= column + 1; x++) {
    for (let y = row - 1; y <= row + 1; y++) yield* squares.get(`${x} ${y}`) ?? []
  }
}
