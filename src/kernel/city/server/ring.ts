/** Longitude, then latitude, in degrees. */
export type LngLat = readonly [lng: number, lat: number]

/** A closed shape: the last point joins the first and is not repeated. */
export type Ring = readonly LngLat[]

/** Reads a hand-drawn line written as `lng,lat lng,lat …`: a drawing stays readable as one line of source. */
export function trace(text: string): LngLat[] {
  return text.split(' ').map((pair) => {
    const [lng = Number.NaN, lat = Number.NaN] = pair.split(',').map(Number)
    if (!Number.isFinite(lng + lat)) throw new Error(`Not a longitude and a latitude: "${pair}"`)
    return [lng, lat]
  })
}

/** Metres in one degree of latitude on the mean sphere; near enough at the size of a city. */
const METRES_PER_DEGREE = 111_195

type Edge = { readonly from: LngLat; readonly to: LngLat }

function edgesOf(ring: Ring): Edge[] {
  return ring.flatMap((from, index) => {
    const to = ring[(index + 1) % ring.length]
    return to === undefined ? [] : [{ from, to }]
  })
}

/** Even-odd rule: a ray to the east crosses the ring an odd number of times. */
export function ringContains(ring: Ring, lng: number, lat: number): boolean {
  let inside = false
  for (const { from, to } of edgesOf(ring)) {
    const spansLatitude = from[1] > lat !== to[1] > lat
    if (!spansLatitude) continue
    const crossingLng = from[0] + ((lat - from[1]) / (to[1] - from[1])) * (to[0] - from[0])
    if (lng < crossingLng) inside = !inside
  }
  return inside
}

/** Distance in metres on a plane tangent at `lat`: its error stays below one in a thousand inside a city. */
export function metresBetween(a: LngLat, b: LngLat): number {
  const east = (b[0] - a[0]) * Math.cos(((a[1] + b[1]) / 2) * (Math.PI / 180))
  return Math.hypot(east, b[1] - a[1]) * METRES_PER_DEGREE
}

/** Distance in metres from a place to the nearest point of the ring's line, inside or outside. */
export function metresToRing(ring: Ring, lng: number, lat: number): number {
  const place: LngLat = [lng, lat]
  return Math.min(...edgesOf(ring).map((edge) => metresBetween(place, nearestOnEdge(edge, place))))
}

function nearestOnEdge({ from, to }: Edge, place: LngLat): LngLat {
  const scale = Math.cos(place[1] * (Math.PI / 180)) ** 2
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const along = (place[0] - from[0]) * dx * scale + (place[1] - from[1]) * dy
  const share = Math.min(1, Math.max(0, along / (dx * dx * scale + dy * dy)))
  return [from[0] + share * dx, from[1] + share * dy]
}
