import { cityOf, ringContains } from '#kernel/city/index.ts'

const { ring } = cityOf({ cityFile: undefined }).envelope
const longitudes = ring.map(([lng]) => lng)
const latitudes = ring.map(([, lat]) => lat)

/** The default city's outline, with the box around it. */
export const pingdingshanEnvelope = {
  west: Math.min(...longitudes),
  east: Math.max(...longitudes),
  south: Math.min(...latitudes),
  north: Math.max(...latitudes),
  contains: (lng: number, lat: number) => ringContains(ring, lng, lat),
}
