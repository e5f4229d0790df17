import { distanceMetres, type Degrees } from '#programmes/stations/rules/coordinates.ts'

/** From further away than this, "nearest" helps nobody: the person is in another city. */
const NEAR_CITY_METRES = 100_000

type Drawing = {
  readonly width: number
  readonly height: number
  readonly frame: {
    readonly west: number
    readonly east: number
    readonly south: number
    readonly north: number
  }
  readonly views: { readonly centre: { x: number; y: number; width: number; height: number } }
}

export type Origin =
  | { readonly kind: 'me'; readonly from: Degrees }
  | { readonly kind: 'district' | 'city'; readonly from: Degrees | null }

/** Where distances are measured from: the person, else the district they chose, else the middle of the city. */
export function originOf(
  me: Degrees | null,
  district: Degrees | null,
  drawing: Drawing | null,
): Origin & { readonly farMetres: number | null } {
  const centre = drawing === null ? null : centreOf(drawing)
  const away = me === null || centre === null ? 0 : distanceMetres(me, centre)
  const farMetres = away > NEAR_CITY_METRES ? away : null
  if (district !== null) return { kind: 'district', from: district, farMetres: null }
  if (me !== null && farMetres === null) return { kind: 'me', from: me, farMetres: null }
  return { kind: 'city', from: centre, farMetres }
}

function centreOf({ width, height, frame, views: { centre } }: Drawing): Degrees {
  const x = (centre.x + centre.width / 2) / width
  const y = (centre.y + centre.height / 2) / height
  return {
    longitude: frame.west + x * (frame.east - frame.west),
    latitude: frame.north - y * (frame.north - frame.south),
  }
}
