import { ASKED_DAY_BIT, ASKED_MINUTE } from './city-clock.ts'
import type { GeneratedStation } from './generated-stations.ts'

type Place = { readonly longitude: number; readonly latitude: number }

const EARTH_RADIUS_METRES = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** The filter in the plainest words, of its own: what is measured must not be its own judge. */
export const fits = (station: GeneratedStation, wantedBits: number): boolean =>
  station.openMinute <= ASKED_MINUTE &&
  station.closeMinute > ASKED_MINUTE &&
  (station.days & ASKED_DAY_BIT) !== 0 &&
  (station.facilityBits & wantedBits) === wantedBits

/** Great-circle distance, by the law of haversines. */
export function metresBetween(a: Place, b: Place): number {
  const upDown = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2
  const across = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  const chord = upDown + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * across
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(chord))
}

/**
 * The share of the true nearest that an answer has, looking at every station. Of two that are equally far (to the
 * millimetre) either will do.
 */
export function recallOf(
  codes: readonly string[],
  place: Place,
  fitting: ReadonlyMap<string, GeneratedStation>,
  limit: number,
): number {
  const metres = [...fitting.values()].map((station) => metresBetween(place, station)).sort((a, b) => a - b)
  const farthest = metres[Math.min(limit, metres.length) - 1] ?? 0
  const right = new Set(codes).values().filter((code) => {
    const station = fitting.get(code)
    return station !== undefined && metresBetween(place, station) <= farthest + 0.001
  })
  return [...right].length / Math.min(limit, metres.length)
}
