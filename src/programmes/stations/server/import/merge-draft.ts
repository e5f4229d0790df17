import { formatOpeningHours } from '../../rules/format-opening-hours.ts'
import type { OpeningHours } from '../../rules/opening-hours-schema.ts'
import type { WriteDraft } from '../keeping/station-row.ts'
import type { ParsedStation } from '../roster/roster-verdict.ts'
import { isSameContent } from './same-content.ts'

/** A row without hours says that nobody knows them: closed until somebody does. */
const noHours: OpeningHours = { seasons: [{ weekly: [] }], exceptions: [] }

/** The same week in other words changes nothing, and a roster that names no dated exception takes none away. */
function mergeHours(written: OpeningHours | undefined, known: OpeningHours | undefined): OpeningHours {
  if (written === undefined) return known ?? noHours
  if (known === undefined) return written
  const exceptions = written.exceptions.length === 0 ? known.exceptions : written.exceptions
  const isSameWeek = formatOpeningHours(written).zh === formatOpeningHours(known).zh
  return { seasons: isSameWeek ? known.seasons : written.seasons, exceptions }
}

const isMobile = (phone: string | undefined) => phone !== undefined && /^1\d{10}$/.test(phone)

/**
 * What a row makes of a station. An empty cell never wipes out what is known. A mobile number is the keeper's own
 * and never becomes the station's public phone; undefined where a new station has no place.
 */
export function mergeDraft(parsed: ParsedStation, known?: WriteDraft): WriteDraft | undefined {
  const location = parsed.location ?? known?.location
  if (location === undefined) return undefined
  const hasFacilities = parsed.facilities.length + parsed.otherFacilities.length > 0
  const landline = isMobile(parsed.keeperPhone) ? undefined : parsed.keeperPhone
  return {
    name: parsed.name,
    adcode: parsed.adcode,
    address: parsed.address,
    location: known !== undefined && isSamePlace(location, known.location) ? known.location : location,
    hours: mergeHours(parsed.hours, known?.hours),
    hoursText: (parsed.hours === undefined ? known?.hoursText : parsed.hoursText) ?? '',
    facilities: hasFacilities ? parsed.facilities : (known?.facilities ?? []),
    otherFacilities: hasFacilities ? parsed.otherFacilities : (known?.otherFacilities ?? []),
    hostUnit: parsed.hostUnit ?? known?.hostUnit ?? '',
    phone: landline ?? known?.phone ?? '',
    level: parsed.level === 'ordinary' ? (known?.level ?? 'ordinary') : parsed.level,
    openedOn: parsed.openedOn ?? known?.openedOn ?? null,
  }
}

/** The keeper that a row names: a name with a mobile number, by which they sign in. */
export function keeperOf(parsed: ParsedStation): { name: string; phone: string } | undefined {
  const { keeperName: name, keeperPhone: phone } = parsed
  return name === undefined || phone === undefined || !isMobile(phone) ? undefined : { name, phone }
}

/** A mobile number whose owner is not named can be nobody's. */
export const hasNamelessMobile = (parsed: ParsedStation) =>
  isMobile(parsed.keeperPhone) && parsed.keeperName === undefined

/** A tenth of a metre: what rounding in a spreadsheet moves. */
const SAME_DEGREES = 1e-6

const isSamePlace = (a: WriteDraft['location'], b: WriteDraft['location']) =>
  Math.abs(a.longitude - b.longitude) < SAME_DEGREES && Math.abs(a.latitude - b.latitude) < SAME_DEGREES

const words = {
  name: { zh: '名称', en: 'name' },
  adcode: { zh: '县区', en: 'district' },
  address: { zh: '地址', en: 'address' },
  location: { zh: '坐标', en: 'coordinates' },
  hours: { zh: '开放时间', en: 'opening hours' },
  facilities: { zh: '设施', en: 'facilities' },
  otherFacilities: { zh: '其他设施', en: 'other facilities' },
  hostUnit: { zh: '承办单位', en: 'host unit' },
  phone: { zh: '电话', en: 'phone' },
  level: { zh: '级别', en: 'level' },
  openedOn: { zh: '启用日期', en: 'opening date' },
} as const

/** What differs, in words. The wording of hours that mean the same does not count. */
export function changedFields(before: WriteDraft, after: WriteDraft): { zh: string; en: string }[] {
  const names = Object.keys(words) as (keyof typeof words)[]
  return names.filter((name) => !isSameContent(before[name], after[name])).map((name) => words[name])
}
