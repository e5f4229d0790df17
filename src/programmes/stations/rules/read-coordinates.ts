import { toHalfWidth } from '#platform/tabular/clean-text.ts'
import type { Text } from '#platform/text.ts'

import { isInChina, isSwapped, type Datum, type Degrees } from './coordinates.ts'

export interface CoordinatesFix {
  readonly label: Text
  /** For the coordinates in one field: `113.3,33.74`. */
  readonly value: string
}

export type CoordinatesVerdict =
  | { readonly ok: true; readonly degrees: Degrees; readonly remarks: readonly Text[] }
  | {
      readonly ok: false
      readonly code: 'empty' | 'unreadable' | 'swapped' | 'outside-china'
      readonly reason: Text
      readonly accepted: Text
      readonly fix?: CoordinatesFix
    }

export const ACCEPTED_COORDINATES: Text = {
  zh: '经度在前、纬度在后，如 113.30,33.74；或 E113°18′ N33°44′',
  en: 'longitude first, then latitude: 113.30,33.74, or E113°18′ N33°44′',
}

interface ReadNumber {
  readonly degrees: number
  readonly axis: 'longitude' | 'latitude' | undefined
  readonly decimals: number
}

/** Below this a place is known to about a hundred metres at best. */
const DECIMALS_MIN = 3
const AXIS = '东经|北纬|经度|纬度|[EeNn]'
const PARTS = `(\\d{1,3}(?:\\.\\d+)?)(?:[°º˚度](?:(\\d{1,2}(?:\\.\\d+)?)['′’分](?:(\\d{1,2}(?:\\.\\d+)?)(?:["″”]|''|′′|秒)?)?)?)?`
/** Letters stand before all numbers of a text or behind them: `N33 E113` or `33N 113E`. */
const LETTERED_BEFORE = new RegExp(`^(?:${AXIS})`)
const NUMBER_BEFORE = new RegExp(`(${AXIS}):?\\s*${PARTS}`, 'y')
const NUMBER_BEHIND = new RegExp(`()${PARTS}\\s*([EeNn](?![a-z]))?`, 'y')
const BETWEEN = /[\s,;/|()]*/y

/** Reads one field. Either order is read: the longitudes and latitudes of China do not meet. */
export function readCoordinates(written: string): CoordinatesVerdict {
  const numbers = readNumbers(toHalfWidth(written))
  const [first, second] = numbers ?? []
  if (written.trim() === '') return refuse('empty')
  if (numbers?.length !== 2 || first === undefined || second === undefined) return refuse('unreadable')
  if (first.axis !== undefined && first.axis === second.axis) return refuse('unreadable')
  const isLatitudeFirst = first.axis === 'latitude' || second.axis === 'longitude'
  const [longitude, latitude] = isLatitudeFirst ? [second, first] : [first, second]
  const degrees = { longitude: longitude.degrees, latitude: latitude.degrees }
  const remarks = coarseRemarks(longitude, latitude)
  if (isInChina(degrees)) return { ok: true, degrees, remarks }
  const isNamed = first.axis !== undefined || second.axis !== undefined
  if (!isSwapped(degrees)) return outsideChina(degrees)
  if (isNamed) return swapped(degrees)
  return { ok: true, degrees: turned(degrees), remarks: [...remarks, latitudeFirstAssumed] }
}

/** Reads a column each. What stands in the wrong column is said, not silently put right. */
export function readCoordinatePair(writtenLongitude: string, writtenLatitude: string): CoordinatesVerdict {
  if (writtenLongitude.trim() === '' && writtenLatitude.trim() === '') return refuse('empty')
  const [longitude, ...moreLongitudes] = readNumbers(toHalfWidth(writtenLongitude)) ?? []
  const [latitude, ...moreLatitudes] = readNumbers(toHalfWidth(writtenLatitude)) ?? []
  if (longitude === undefined || latitude === undefined) return refuse('unreadable')
  if (moreLongitudes.length + moreLatitudes.length > 0) return refuse('unreadable')
  const degrees = { longitude: longitude.degrees, latitude: latitude.degrees }
  if (isInChina(degrees)) return { ok: true, degrees, remarks: coarseRemarks(longitude, latitude) }
  return isSwapped(degrees) ? swapped(degrees) : outsideChina(degrees)
}

const DATUM_WORDS: Readonly<Record<string, Datum>> = {
  wgs84: 'WGS-84',
  wgs: 'WGS-84',
  gps: 'WGS-84',
  地球坐标: 'WGS-84',
  手机定位: 'WGS-84',
  gcj02: 'GCJ-02',
  gcj: 'GCJ-02',
  火星坐标: 'GCJ-02',
  高德: 'GCJ-02',
  高德地图: 'GCJ-02',
  腾讯: 'GCJ-02',
  腾讯地图: 'GCJ-02',
  国测局: 'GCJ-02',
}

/** Undefined for any other datum, Baidu's BD-09 among them: it must be converted by whoever knows it is one. */
export function readDatum(written: string): Datum | undefined {
  const word = toHalfWidth(written)
    .toLowerCase()
    .replace(/[\s\-_]|坐标系?$/g, '')
  return DATUM_WORDS[word] ?? DATUM_WORDS[`${word}坐标`]
}

function readNumbers(text: string): ReadNumber[] | undefined {
  const numbers: ReadNumber[] = []
  let at = skipBetween(text, 0)
  const pattern = LETTERED_BEFORE.test(text.slice(at)) ? NUMBER_BEFORE : NUMBER_BEHIND
  while (at < text.length) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) return undefined
    const [whole, before, degrees = '', minutes, seconds, behind] = match
    if (Number(minutes ?? 0) >= 60 || Number(seconds ?? 0) >= 60) return undefined
    numbers.push({
      degrees: Number(degrees) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600,
      axis: axisOf(before || behind),
      decimals: minutes === undefined ? (degrees.split('.')[1]?.length ?? 0) : DECIMALS_MIN,
    })
    at = skipBetween(text, at + whole.length)
  }
  return numbers
}

function skipBetween(text: string, at: number): number {
  BETWEEN.lastIndex = at
  return at + (BETWEEN.exec(text)?.[0].length ?? 0)
}

function axisOf(word: string | undefined): ReadNumber['axis'] {
  if (word === undefined) return undefined
  return /东经|经度|e/i.test(word) ? 'longitude' : 'latitude'
}

function coarseRemarks(...numbers: readonly ReadNumber[]): Text[] {
  if (numbers.every((it) => it.decimals >= DECIMALS_MIN)) return []
  return [
    {
      zh: '坐标的小数位太少，可能偏差一百米以上，请在地图上核对。',
      en: 'The coordinates have few decimals and may be off by a hundred metres or more; check them on the map.',
    },
  ]
}

const latitudeFirstAssumed: Text = {
  zh: '坐标写成了纬度在前，已按经度、纬度理解。',
  en: 'The latitude stands first; read as longitude and latitude.',
}

const turned = ({ longitude, latitude }: Degrees): Degrees => ({ longitude: latitude, latitude: longitude })

function swapped(degrees: Degrees): CoordinatesVerdict {
  const value = `${degrees.latitude},${degrees.longitude}`
  return {
    ok: false,
    code: 'swapped',
    reason: { zh: '经度和纬度写反了。', en: 'Longitude and latitude are swapped.' },
    accepted: ACCEPTED_COORDINATES,
    fix: { label: { zh: `对调为 ${value}`, en: `Swap to ${value}` }, value },
  }
}

function outsideChina({ longitude, latitude }: Degrees): CoordinatesVerdict {
  return {
    ok: false,
    code: 'outside-china',
    reason: {
      zh: `坐标 ${longitude},${latitude} 不在中国境内。`,
      en: `${longitude},${latitude} is not in China.`,
    },
    accepted: ACCEPTED_COORDINATES,
  }
}

function refuse(code: 'empty' | 'unreadable'): CoordinatesVerdict {
  const reason =
    code === 'empty'
      ? { zh: '没有坐标。', en: 'There are no coordinates.' }
      : { zh: '坐标读不懂。', en: 'The coordinates could not be read.' }
  return { ok: false, code, reason, accepted: ACCEPTED_COORDINATES }
}
