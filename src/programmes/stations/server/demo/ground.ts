import type { DemoCity, DemoRing } from './demo-station.ts'
import type { DemoPlace } from './places.ts'
import type { Random } from './random.ts'
import { distanceMetres } from '../../rules/coordinates.ts'

export type Spot = { readonly lng: number; readonly lat: number }

/** Two stations closer than this would be one; the import asks at 50 m. */
export const SPACING_METRES = 60

const METRES_PER_DEGREE = 111_195
const TRIES_MAX = 500

/** Finds free ground near a place: inside its district, out of the water, away from the stations already there. */
export function findSpot(random: Random, city: DemoCity, place: DemoPlace, taken: readonly Spot[]): Spot {
  const district = city.districts.find(({ adcode }) => adcode === place.adcode)
  if (district === undefined) throw new RangeError(`The city has no district ${place.adcode}`)
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const spot = near(random, place)
    const dry = !city.lakes.some((lake) => ringHolds(lake, spot))
    if (dry && ringHolds(district.area, spot) && isFree(spot, taken)) return spot
  }
  throw new Error(`No free ground near ${place.name}: its spread is too small`)
}

function isFree(spot: Spot, taken: readonly Spot[]): boolean {
  const here = { longitude: spot.lng, latitude: spot.lat }
  return taken.every(
    ({ lng, lat }) => distanceMetres(here, { longitude: lng, latitude: lat }) >= SPACING_METRES,
  )
}

function near(random: Random, { lng, lat, spreadMetres }: DemoPlace): Spot {
  const degrees = spreadMetres / METRES_PER_DEGREE
  return {
    lng: sixDecimals(lng + (random.normal() * degrees) / Math.cos((lat * Math.PI) / 180)),
    lat: sixDecimals(lat + random.normal() * degrees),
  }
}

/** Six decimals are a decimetre, what rosters carry. */
function sixDecimals(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}

/** Even-odd rule. */
export function ringHolds(ring: DemoRing, { lng, lat }: Spot): boolean {
  let inside = false
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length] ?? from
    if (from[1] > lat === to[1] > lat) return
    if (lng < from[0] + ((lat - from[1]) / (to[1] - from[1])) * (to[0] - from[0])) inside = !inside
  })
  return inside
}
