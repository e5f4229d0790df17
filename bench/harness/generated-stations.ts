import { pingdingshanEnvelope } from './envelope.ts'
import { randomFrom } from './random.ts'

export type GeneratedStation = {
  readonly number: number
  readonly code: string
  readonly name: string
  /** One of `DISTRICTS` invented districts: a roster of this size is a country's, not a city's. */
  readonly district: number
  readonly longitude: number
  readonly latitude: number
  readonly openMinute: number
  readonly closeMinute: number
  /** Bit 0 is Monday: all week, or Monday to Friday. */
  readonly days: number
  /** Bits of `FACILITIES`. */
  readonly facilityBits: number
}

export const STATIONS = 180_000
/** As many as the recorded runs of the peers had, so that a district holds some 530 stations there and here. */
export const DISTRICTS = 340
const FIRST_ADCODE = 410_000

export const adcodeOf = (district: number) => String(FIRST_ADCODE + district)

export const FACILITIES = [
  'water',
  'hot-water',
  'seats',
  'air-conditioner',
  'microwave',
  'charging',
  'first-aid',
  'toilet',
]

const OPEN = [0, 360, 420, 480, 540, 600]
const CLOSE = [1020, 1080, 1200, 1320, 1440]
const CENTRES = 300
const EVERY_DAY = 127
const WORKING_DAYS = 31

/**
 * The distribution of the recorded runs (peers/01-gen.mjs), laid into the city's envelope: 15 % anywhere, the rest
 * around 300 centres, some of them much larger than others.
 */
export function generateStations(seed = 12_345): GeneratedStation[] {
  const random = randomFrom(seed)
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const anywhere = () => placeInside(random)
  const centres = Array.from({ length: CENTRES }, anywhere)
  const near = ([lng, lat]: readonly [number, number]): [number, number] => [
    lng + bell(random) * 0.02,
    lat + bell(random) * 0.02,
  ]
  return Array.from({ length: STATIONS }, (_, index) => {
    const centre = centres[Math.floor(CENTRES * random() * random())]!
    const [longitude, latitude] = random() < 0.15 ? anywhere() : near(centre)
    const number = index + 1
    const district = Math.floor(random() * DISTRICTS)
    return {
      number,
      code: `${adcodeOf(district)}-${String(number).padStart(6, '0')}`,
      name: `驿站${number}`,
      district,
      longitude: degrees(longitude),
      latitude: degrees(latitude),
      openMinute: one(OPEN),
      closeMinute: one(CLOSE),
      days: random() < 0.6 ? EVERY_DAY : WORKING_DAYS,
      facilityBits: FACILITIES.reduce((bits, _name, bit) => bits | (random() < 0.4 ? 1 << bit : 0), 0),
    }
  })
}

/** Where people stand who ask: near stations, as in the recorded runs. */
export function generatePlaces(stations: readonly GeneratedStation[], count: number) {
  const random = randomFrom(54_321)
  return Array.from({ length: count }, () => {
    const { longitude, latitude } = stations[Math.floor(random() * stations.length)]!
    const place = { longitude: longitude + random() * 0.01, latitude: latitude + random() * 0.01 }
    return { longitude: degrees(place.longitude), latitude: degrees(place.latitude) }
  })
}

function placeInside(random: () => number): [number, number] {
  const { west, south, east, north, contains } = pingdingshanEnvelope
  for (;;) {
    const place: [number, number] = [west + random() * (east - west), south + random() * (north - south)]
    if (contains(...place)) return place
  }
}

/** Six uniform numbers less their mean: near enough to a bell, with no outliers. */
const bell = (random: () => number) => Array.from({ length: 6 }, random).reduce((sum, it) => sum + it, -3)

const degrees = (value: number) => Math.round(value * 1e6) / 1e6
