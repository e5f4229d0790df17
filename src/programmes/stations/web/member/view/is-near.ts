import { distanceMetres, type Degrees } from '#programmes/stations/rules/coordinates.ts'

/** As the server judges: a station is a room and its door, and phones in the street are off by some tens of metres. */
const NEAR_METRES = 150
const ACCURACY_COUNTED_MAX_METRES = 300

type Position = { readonly point: Degrees; readonly received: { readonly accuracyMetres: number } }

/** Whether a position speaks for standing at the station; one that is far speaks against. */
export function judgeNearness(station: Degrees, { point, received }: Position) {
  const metres = distanceMetres(station, point)
  const accuracy = Math.min(received.accuracyMetres, ACCURACY_COUNTED_MAX_METRES)
  return { metres, isNear: metres <= NEAR_METRES + accuracy }
}
