import { saidText, type Text } from '#platform/text.ts'
import { roundDegrees, type Datum } from '../../../rules/coordinates.ts'
import { formatOpeningHours } from '../../../rules/format-opening-hours.ts'
import { parseOpeningHours } from '../../../rules/parse-opening-hours.ts'
import { readCoordinates } from '../../../rules/read-coordinates.ts'
import { stationDraft } from '../../../shapes.ts'
import type { FacilityName, StationDraft, StationLevel } from '../types.ts'
import { fieldWords } from '../words.ts'
import { readExceptions, writtenException, type WrittenException } from './exception-values.ts'

/** The form as a person fills it: words where people write words. */
export type StationValues = {
  readonly name: string
  readonly adcode: string
  readonly address: string
  readonly location: string
  readonly datum: Datum
  readonly hours: string
  readonly exceptions: readonly WrittenException[]
  readonly facilities: readonly FacilityName[]
  readonly otherFacilities: string
  readonly hostUnit: string
  readonly phone: string
  readonly level: StationLevel
  readonly openedOn: string | null
}

export const emptyValues: StationValues = {
  name: '',
  adcode: '',
  address: '',
  location: '',
  datum: 'GCJ-02',
  hours: '',
  exceptions: [],
  facilities: [],
  otherFacilities: '',
  hostUnit: '',
  phone: '',
  level: 'ordinary',
  openedOn: null,
}

export function valuesOf(draft: StationDraft): StationValues {
  const { location, hours, otherFacilities } = draft
  return {
    name: draft.name,
    adcode: draft.adcode,
    address: draft.address,
    location: `${location.longitude}, ${location.latitude}`,
    datum: location.datum,
    hours: formatOpeningHours(hours).zh,
    exceptions: hours.exceptions.map(writtenException),
    facilities: draft.facilities as FacilityName[],
    otherFacilities: otherFacilities.join('、'),
    hostUnit: draft.hostUnit ?? '',
    phone: draft.phone ?? '',
    level: draft.level ?? 'ordinary',
    openedOn: draft.openedOn ?? null,
  }
}

export type ReadValues =
  | { readonly ok: true; readonly draft: StationDraft }
  | { readonly ok: false; readonly errors: Readonly<Record<string, Text>> }

/**
 * Reads the form. What was not touched since `opened` stays exactly as it is recorded: hours that were imported
 * in other words, or a place received to more decimals, are not rewritten by looking at them.
 */
export function readValues(values: StationValues, opened?: StationDraft): ReadValues {
  const untouched = opened === undefined ? undefined : valuesOf(opened)
  const location = readLocation(values, untouched, opened)
  const hours = readHours(values, untouched, opened)
  const exceptions = readExceptions(values.exceptions)
  const rest = stationDraft.omit({ location: true, hours: true }).safeParse({
    ...values,
    facilities: [...values.facilities],
    otherFacilities: splitWords(values.otherFacilities),
  })
  if (rest.success && location.ok && hours.ok && exceptions.ok) {
    const { longitude, latitude } = location.degrees
    return {
      ok: true,
      draft: {
        ...rest.data,
        location: { longitude, latitude, datum: values.datum },
        hours: { seasons: hours.hours.seasons, exceptions: exceptions.exceptions },
      },
    }
  }
  const errors: Record<string, Text> = {}
  for (const { path, message } of rest.error?.issues ?? []) {
    const field = String(path[0])
    errors[field] ??= saidText(message) ?? notAccepted(field)
  }
  if (!location.ok) errors['location'] = location.reason
  if (!hours.ok) errors['hours'] = hours.reason
  if (!exceptions.ok) errors['exceptions'] = exceptions.reason
  return { ok: false, errors: inFormOrder(errors) }
}

function readLocation(values: StationValues, untouched?: StationValues, opened?: StationDraft) {
  if (opened !== undefined && values.location === untouched?.location) {
    return { ok: true as const, degrees: opened.location }
  }
  const verdict = readCoordinates(values.location)
  if (!verdict.ok) return verdict
  const { longitude, latitude } = verdict.degrees
  return { ...verdict, degrees: { longitude: roundDegrees(longitude), latitude: roundDegrees(latitude) } }
}

function readHours(values: StationValues, untouched?: StationValues, opened?: StationDraft) {
  if (opened !== undefined && values.hours === untouched?.hours)
    return { ok: true as const, hours: opened.hours }
  return parseOpeningHours(values.hours)
}

const splitWords = (written: string): string[] => [
  ...new Set(
    written
      .split(/[、,，;；\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
]

function notAccepted(field: string): Text {
  const name = fieldWords[field] ?? { zh: field, en: field }
  return { zh: `“${name.zh}”填写得不对或太长。`, en: `“${name.en}” is not right or too long.` }
}

/** The summary names things in the order in which they stand on the page. */
function inFormOrder(errors: Record<string, Text>): Record<string, Text> {
  const order = Object.keys(emptyValues)
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)))
}
