import type { Text } from '#platform/text.ts'
import type { Drawing } from './drawn.ts'

import { metresToRing, ringContains } from './ring.ts'
import type { LngLat, Ring } from './ring.ts'

/** Where a code comes from: the national table, or a zone that only statistics know. */
export type DistrictStanding = 'gb-t-2260' | 'statistical'

export type District = {
  readonly adcode: string
  readonly name: Text
  readonly standing: DistrictStanding
  /** The seat of the district, approximate, GCJ-02. */
  readonly centre: LngLat
  /** Part of the built-up core, where the map opens. */
  readonly urban: boolean
  /** The shape that the schematic map gives the district: hand-drawn, GCJ-02, never a boundary. */
  readonly area: Ring
}

/** A code or a name that is no longer in use, and still stands in identity numbers and old rosters. */
export type FormerDistrict = {
  readonly adcode: string
  readonly name: Text
  readonly untilYear: number
  /** The code that took its place; the same code where only the name changed. */
  readonly successor: string
  readonly note: Text
}

export type Envelope = {
  /** Hand-drawn and generous, GCJ-02: it answers "can this be in the city", never "where does the city end". */
  readonly ring: Ring
  /** Nearer to the edge than this, an import asks a person instead of deciding. */
  readonly edgeMarginMetres: number
}

export type City = {
  readonly adcode: string
  readonly name: Text
  readonly timeZone: string
  readonly districts: readonly District[]
  readonly formerDistricts: readonly FormerDistrict[]
  readonly envelope: Envelope
  /** Standing water, hand-drawn, GCJ-02: no place on land lies in it. */
  readonly lakes: readonly Ring[]
  readonly drawing: Drawing
}

export type EnvelopeVerdict = 'inside' | 'near-edge' | 'outside'

/** Says whether a GCJ-02 place can be in the city. `near-edge` covers the margin on both sides of the line. */
export function judgeEnvelope(city: City, lng: number, lat: number): EnvelopeVerdict {
  const { ring, edgeMarginMetres } = city.envelope
  if (metresToRing(ring, lng, lat) <= edgeMarginMetres) return 'near-edge'
  return ringContains(ring, lng, lat) ? 'inside' : 'outside'
}

export function findDistrict(city: City, adcode: string): District | undefined {
  return city.districts.find((district) => district.adcode === adcode)
}

/** Finds a code that is out of use; a code whose name alone changed is found here and in `findDistrict`. */
export function findFormerDistrict(city: City, adcode: string): FormerDistrict | undefined {
  return city.formerDistricts.find((district) => district.adcode === adcode)
}
