import { around } from 'geokdbush'
import { distanceMetres, type Degrees } from '../../rules/coordinates.ts'
import type { OpenNowAnswer } from './open-now-answer.ts'
import type { IndexedStation } from './read-stations.ts'
import { answerOf, facilityBitsOf, treeOf, turnIndexTo, type StationIndex } from './station-index.ts'

export type Wish = {
  readonly openOnly: boolean
  /** All of them. */
  readonly facilities: readonly string[]
  readonly limit: number
}

export type Found = {
  readonly station: IndexedStation
  readonly distanceMetres: number
  readonly open: OpenNowAnswer
}

/** No city is wider; beyond it a search for what nobody has ends. */
const SEARCH_WITHIN_KM = 300

/**
 * The nearest operating stations to a GCJ-02 place by great-circle distance, exactly: the filter is asked of each
 * candidate inside the tree's walk, nearest box first, and the walk ends with the last one wanted. A door that says
 * it is open and is probably locked goes behind the others.
 */
export function nearestStations(index: StationIndex, place: Degrees, wish: Wish, now: Date): Found[] {
  turnIndexTo(index, now)
  if (index.stations.length === 0) return []
  const slots = around(
    treeOf(index),
    place.longitude,
    place.latitude,
    wish.limit,
    SEARCH_WITHIN_KM,
    fitting(index, wish),
  )
  const found = slots.map((slot) => {
    const station = index.stations[slot]!
    return {
      station,
      distanceMetres: Math.round(distanceMetres(place, station)),
      open: answerOf(index, slot),
    }
  })
  if (!found.some(isProbablyLocked)) return found
  return [...found.filter((it) => !isProbablyLocked(it)), ...found.filter(isProbablyLocked)]
}

const isProbablyLocked = ({ open }: Found) => open.said.state === 'probably-locked'

/** Asked of up to every station in one search, so it reads columns and makes nothing. */
function fitting(index: StationIndex, wish: Wish): (slot: number) => boolean {
  const { operating, facilityBits, heard, hoursClasses } = index
  const { open } = index.board
  const wanted = facilityBitsOf(wish.facilities)
  if (!wish.openOnly) {
    return (slot) => operating[slot] === 1 && (facilityBits[slot]! & wanted) >>> 0 === wanted
  }
  return (slot) =>
    operating[slot] === 1 &&
    (facilityBits[slot]! & wanted) >>> 0 === wanted &&
    (heard[slot] === 0 ? open[hoursClasses[slot]!] === 1 : isSaidOpen(answerOf(index, slot)))
}

const isSaidOpen = ({ said }: OpenNowAnswer) => said.state === 'open' || said.state === 'probably-locked'
