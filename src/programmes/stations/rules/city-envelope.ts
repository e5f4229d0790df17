import { distanceMetres, radians, type Degrees } from './coordinates.ts'

/** A generous outline of the city, drawn by hand, in GCJ-02; configuration, not code. */
export interface CityEnvelope {
  /** At least three corners; the last joins the first. */
  readonly ring: readonly Degrees[]
  /** A place this near to the line, on either side, is asked about. */
  readonly edgeMarginMetres: number
}

export interface EnvelopeVerdict {
  readonly kind: 'inside' | 'near-edge' | 'outside'
  /** From the point to the nearest line of the outline. */
  readonly edgeDistanceMetres: number
}

/** A city is small enough to be flat: around the point, degrees are scaled to metres. */
export function judgeAgainstEnvelope(envelope: CityEnvelope, point: Degrees): EnvelopeVerdict {
  const edgeDistanceMetres = distanceToRing(envelope.ring, point)
  if (edgeDistanceMetres <= envelope.edgeMarginMetres) return { kind: 'near-edge', edgeDistanceMetres }
  return { kind: isInsideRing(envelope.ring, point) ? 'inside' : 'outside', edgeDistanceMetres }
}

/** Counts the lines that a ray to the east crosses; an odd number means inside. */
export function isInsideRing(ring: readonly Degrees[], { longitude, latitude }: Degrees): boolean {
  let isInside = false
  for (const [from, to] of linesOf(ring)) {
    if (from.latitude > latitude === to.latitude > latitude) continue
    const share = (latitude - from.latitude) / (to.latitude - from.latitude)
    if (longitude < from.longitude + share * (to.longitude - from.longitude)) isInside = !isInside
  }
  return isInside
}

function distanceToRing(ring: readonly Degrees[], point: Degrees): number {
  let nearest = Number.POSITIVE_INFINITY
  for (const [from, to] of linesOf(ring)) {
    nearest = Math.min(nearest, distanceMetres(point, nearestOnLine(from, to, point)))
  }
  return nearest
}

function nearestOnLine(from: Degrees, to: Degrees, point: Degrees): Degrees {
  const squeeze = Math.cos(radians(point.latitude))
  const alongX = (to.longitude - from.longitude) * squeeze
  const alongY = to.latitude - from.latitude
  const length = alongX ** 2 + alongY ** 2
  const projected =
    (point.longitude - from.longitude) * squeeze * alongX + (point.latitude - from.latitude) * alongY
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, projected / length))
  return {
    longitude: from.longitude + share * (to.longitude - from.longitude),
    latitude: from.latitude + share * alongY,
  }
}

function linesOf(ring: readonly Degrees[]): [Degrees, Degrees][] {
  return ring.map((corner, index) => [corner, ring[(index + 1) % ring.length] ?? corner])
}
