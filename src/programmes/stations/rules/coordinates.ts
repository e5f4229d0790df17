import gcoord from 'gcoord'

import type { Text } from '#platform/text.ts'

/** WGS-84 is what phones and GPS write; GCJ-02 is what public maps in China show and what the platform computes with. */
export type Datum = 'WGS-84' | 'GCJ-02'

export interface Degrees {
  readonly longitude: number
  readonly latitude: number
}

/** A place in GCJ-02, with what was received beside it: that is kept, and never computed with. */
export interface LocatedPoint extends Degrees {
  readonly received: Degrees & { readonly datum: Datum; readonly text: string }
}

const EARTH_RADIUS_METRES = 6_371_008.8

/**
 * The one conversion on the way in. There is no way back: GCJ-02 to WGS-84 is lossy, drifts when repeated, and
 * is not ours to do (地图管理条例).
 */
export function locate(received: Degrees, datum: Datum, text: string): LocatedPoint {
  const kept = { ...received, datum, text }
  if (datum === 'GCJ-02') return { ...received, received: kept }
  const [longitude, latitude] = gcoord.transform(
    [received.longitude, received.latitude],
    gcoord.WGS84,
    gcoord.GCJ02,
  )
  return { longitude: roundDegrees(longitude), latitude: roundDegrees(latitude), received: kept }
}

/** Great-circle distance in metres. Both points in the same datum. */
export function distanceMetres(from: Degrees, to: Degrees): number {
  const halfLatitude = radians(to.latitude - from.latitude) / 2
  const halfLongitude = radians(to.longitude - from.longitude) / 2
  const chord =
    Math.sin(halfLatitude) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(halfLongitude) ** 2
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** The box around China; rough on purpose, the city's envelope is what decides. */
export function isInChina({ longitude, latitude }: Degrees): boolean {
  return longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54
}

/** The ranges of longitude and latitude in China do not meet, so a swapped pair is certain. */
export function isSwapped({ longitude, latitude }: Degrees): boolean {
  return isInChina({ longitude: latitude, latitude: longitude })
}

export const datumNames: Readonly<Record<Datum, Text>> = {
  'WGS-84': { zh: 'WGS-84（手机、GPS）', en: 'WGS-84 (phones, GPS)' },
  'GCJ-02': { zh: 'GCJ-02（高德、腾讯地图）', en: 'GCJ-02 (Amap, Tencent maps)' },
}

/** Seven decimals are about a centimetre. */
export const roundDegrees = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

export const radians = (degrees: number): number => (degrees * Math.PI) / 180
