import type { Text } from '#platform/text.ts'

import { judgeAgainstEnvelope } from '../../rules/city-envelope.ts'
import { datumNames, locate, type Datum, type LocatedPoint } from '../../rules/coordinates.ts'
import {
  readCoordinatePair,
  readCoordinates,
  readDatum,
  type CoordinatesVerdict,
} from '../../rules/read-coordinates.ts'
import type { RosterContext, RosterValues } from './roster-context.ts'
import type { RosterProblem } from './roster-verdict.ts'

export interface LocationVerdict {
  readonly location?: LocatedPoint
  readonly problems: readonly RosterProblem[]
}

/** Coordinates in one column or two, in the datum of the row or of the file, and where they lie. */
export function judgeLocation(values: RosterValues, context: RosterContext): LocationVerdict {
  const text = values.coordinates ?? [values.longitude ?? '', values.latitude ?? ''].join(',')
  const read = readEither(values)
  if (!read.ok && read.code === 'empty') return { problems: [notOnMap] }
  const datum = datumOf(values, context.datum)
  if (!read.ok) {
    const { code, reason, accepted, fix } = read
    const problem = {
      field: 'coordinates',
      code: `coordinates-${code}`,
      value: text,
      severity: 'error',
      reason,
      accepted,
    } as const
    return { problems: [{ ...problem, ...(fix && { fix }) }] }
  }
  if (datum === undefined) return { problems: [unknownDatum(values.datum ?? '')] }
  const location = locate(read.degrees, datum, text)
  const remarks = read.remarks.map((reason): RosterProblem => {
    return { field: 'coordinates', code: 'coordinates-remark', value: text, severity: 'note', reason }
  })
  const placed = judgePlace(location, text, context)
  return { location, problems: placed === undefined ? remarks : [...remarks, placed] }
}

function readEither(values: RosterValues): CoordinatesVerdict {
  return values.coordinates === undefined
    ? readCoordinatePair(values.longitude ?? '', values.latitude ?? '')
    : readCoordinates(values.coordinates)
}

function datumOf(values: RosterValues, ofFile: Datum): Datum | undefined {
  return values.datum === undefined ? ofFile : readDatum(values.datum)
}

function judgePlace(
  location: LocatedPoint,
  value: string,
  { envelope }: RosterContext,
): RosterProblem | undefined {
  const { kind, edgeDistanceMetres } = judgeAgainstEnvelope(envelope, location)
  if (kind === 'inside') return undefined
  const distance = distanceText(edgeDistanceMetres)
  if (kind === 'near-edge') {
    return {
      field: 'coordinates',
      code: 'coordinates-near-edge',
      value,
      severity: 'confirm',
      reason: {
        zh: `坐标离本市边界只有${distance.zh}，请确认站点在本市。`,
        en: `The place is ${distance.en} from the city's outline; please confirm that it is in the city.`,
      },
    }
  }
  return {
    field: 'coordinates',
    code: 'coordinates-outside-city',
    value,
    severity: 'error',
    reason: { zh: `坐标在本市以外${distance.zh}。`, en: `The place is ${distance.en} outside the city.` },
    accepted: { zh: '本市范围内的坐标', en: 'coordinates within the city' },
  }
}

function distanceText(metres: number): Text {
  return metres < 1000
    ? { zh: ` ${Math.round(metres)} 米`, en: `${Math.round(metres)} m` }
    : { zh: ` ${(metres / 1000).toFixed(1)} 公里`, en: `${(metres / 1000).toFixed(1)} km` }
}

function unknownDatum(value: string): RosterProblem {
  return {
    field: 'datum',
    code: 'datum-unknown',
    value,
    severity: 'error',
    reason: {
      zh: `坐标系“${value}”不能用；百度坐标（BD-09）请先换成下面的一种。`,
      en: `The datum "${value}" cannot be used; convert Baidu's BD-09 to one of these first.`,
    },
    accepted: {
      zh: Object.values(datumNames)
        .map((it) => it.zh)
        .join('、'),
      en: Object.values(datumNames)
        .map((it) => it.en)
        .join(', '),
    },
  }
}

const notOnMap: RosterProblem = {
  field: 'coordinates',
  code: 'coordinates-empty',
  value: '',
  severity: 'note',
  reason: {
    zh: '没有坐标，地图上查不到这个站点。',
    en: 'Without coordinates the station is not on the map.',
  },
}
