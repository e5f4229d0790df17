import { FACILITIES, generatePlaces } from '../harness/generated-stations.ts'
import type { BigCity } from '../harness/big-city.ts'

/** The filter of the measure: open now, with these two. */
export const WANTED = ['water', 'seats'] as const
export const WANTED_BITS = WANTED.reduce((bits, name) => bits | (1 << FACILITIES.indexOf(name)), 0)
export const LIMIT = 20

export const placesOf = ({ stations }: BigCity) => generatePlaces(stations, 10_000)

export const nearestPath = (place: { longitude: number; latitude: number }) =>
  `/api/stations/nearest?longitude=${place.longitude}&latitude=${place.latitude}&datum=GCJ-02&openOnly=true` +
  `${WANTED.map((name) => `&facilities=${name}`).join('')}&limit=${LIMIT}`
