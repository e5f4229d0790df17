import { parseFacilities } from '../../rules/facilities.ts'
import { judgeLocation } from './judge-location.ts'
import { judgeDate, judgeHours, judgeLevel, judgePhone } from './judge-details.ts'
import { judgeCode, judgeDistrict, judgeName } from './judge-identity.ts'
import type { RosterContext, RosterValues } from './roster-context.ts'
import type { ParsedStation, RosterProblem, RosterVerdict } from './roster-verdict.ts'

/** Judges one row by itself; what it shares with others is for `judgeRoster`. */
export function judgeRosterRow(row: number, values: RosterValues, context: RosterContext): RosterVerdict {
  const name = judgeName(values)
  const district = judgeDistrict(values, context)
  const code = judgeCode(values, district.value)
  const location = judgeLocation(values, context)
  const hours = judgeHours(values)
  const phone = judgePhone(values, context)
  const level = judgeLevel(values)
  const opened = judgeDate(values, context)
  const facilities = parseFacilities(values.facilities ?? '')
  const problems: RosterProblem[] = [
    ...[name, code, district].flatMap((it) => it.problems),
    ...(values.address === undefined ? [addressMissing] : []),
    ...[location, hours, phone, level, opened].flatMap((it) => it.problems),
    ...(facilities.unknown.length === 0
      ? []
      : [facilitiesUnknown(values.facilities ?? '', facilities.unknown)]),
  ]
  const isRefused = problems.some((problem) => problem.severity === 'error')
  if (isRefused || name.value === undefined || district.value === undefined || values.address === undefined) {
    return { row, problems }
  }
  const station: ParsedStation = {
    name: name.value,
    adcode: district.value,
    address: values.address,
    level: level.value ?? 'ordinary',
    facilities: facilities.known,
    otherFacilities: facilities.unknown,
    ...(code.value !== undefined && { code: code.value }),
    ...(location.location !== undefined && { location: location.location }),
    ...(hours.value !== undefined && { hours: hours.value }),
    ...(values.hours !== undefined && { hoursText: values.hours }),
    ...(values.hostUnit !== undefined && { hostUnit: values.hostUnit }),
    ...(values.keeperName !== undefined && { keeperName: values.keeperName }),
    ...(phone.value !== undefined && { keeperPhone: phone.value }),
    ...(opened.value !== undefined && { openedOn: opened.value }),
  }
  return { row, station, problems }
}

/** The values with a fix taken; judge the row again with them. */
export function applyRosterFix(values: RosterValues, { field, fix }: RosterProblem): RosterValues {
  return fix === undefined ? values : { ...values, [field]: fix.value }
}

const addressMissing: RosterProblem = {
  field: 'address',
  code: 'address-missing',
  value: '',
  severity: 'error',
  reason: { zh: '没有写详细地址。', en: 'The address is missing.' },
}

function facilitiesUnknown(value: string, unknown: readonly string[]): RosterProblem {
  return {
    field: 'facilities',
    code: 'facilities-unknown',
    value,
    severity: 'note',
    reason: {
      zh: `设施里的“${unknown.join('、')}”不在清单里，按原文保留，不能用来筛选。`,
      en: `"${unknown.join(', ')}" are not on the list of facilities; kept as written, not for filtering.`,
    },
  }
}
