import { distanceMetres, type Degrees } from '#programmes/stations/rules/coordinates.ts'
import type { FacilityName, MapStation, StationList } from '../types.ts'
import { clockFor, openKindOf, type OpenKind } from './open-answer.ts'

export type StationWish = {
  /** Where to measure from, GCJ-02; null where nothing is known. */
  readonly from: Degrees | null
  readonly now: Date
  readonly openOnly: boolean
  readonly facilities: readonly FacilityName[]
  readonly search: string
}

export type RankedStation = {
  readonly station: MapStation
  readonly kind: OpenKind
  readonly metres: number | null
}

const standing: Readonly<Record<OpenKind, number>> = { open: 0, 'probably-locked': 1, unknown: 2, closed: 3 }

/**
 * The nearest open station first: an open door far away helps more than a locked one near by. Computed on the
 * phone, so that nobody's position leaves it and a kept list works without a network.
 */
export function rankStations(list: StationList, wish: StationWish): RankedStation[] {
  const clock = clockFor(wish.now, list.asOf)
  const words = searchable(wish.search)
  return list.stations
    .filter((station) => hasAll(station, wish.facilities) && isNamed(station, words))
    .map((station) => ({
      station,
      kind: openKindOf(station, clock),
      metres: wish.from === null ? null : Math.round(distanceMetres(wish.from, station)),
    }))
    .filter(({ kind }) => !wish.openOnly || kind === 'open')
    .sort(byStandingAndDistance)
}

function byStandingAndDistance(a: RankedStation, b: RankedStation): number {
  return (
    standing[a.kind] - standing[b.kind] ||
    (a.metres ?? 0) - (b.metres ?? 0) ||
    (a.station.code < b.station.code ? -1 : 1)
  )
}

const hasAll = ({ facilities }: MapStation, wanted: readonly FacilityName[]) =>
  wanted.every((facility) => facilities.includes(facility))

const isNamed = ({ name, address, code }: MapStation, words: string) =>
  words === '' || searchable(`${name} ${address} ${code}`).includes(words)

/** People type full-width digits, capitals and spaces; none of them tells two stations apart. */
const searchable = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
