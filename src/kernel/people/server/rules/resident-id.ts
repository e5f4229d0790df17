import { isCalendarDay } from '#platform/calendar-day.ts'
import type { Problem } from '#platform/failures.ts'
import { REGION_CODES_UNTIL_YEAR, regionCodes } from './region-codes.ts'
import * as says from './resident-id-refusals.ts'

/** What a resident identity number says of itself (GB 11643-1999). `number` has 18 characters, X in upper case. */
export type ResidentId = {
  readonly number: string
  readonly region: string
  readonly bornOn: string
  readonly sex: 'male' | 'female'
}

export type ResidentIdVerdict =
  | { readonly good: ResidentId; readonly problem?: undefined }
  | { readonly good?: undefined; readonly problem: Problem }

/** Never assigned to any place: the demo city's people have it, and it is refused everywhere else. */
export const DEMO_REGION = '410499'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** GB 11643-1999, annex A: ISO 7064 MOD 11-2 over the first seventeen digits. */
export const residentIdCheck = (first17: string): string =>
  CHECKS[WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(first17[index]), 0) % 11]!

/** A number of the first generation (15 digits, born in 19xx) as one of the second. */
export function madeEighteen(fifteen: string): string {
  const first17 = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`
  return `${first17}${residentIdCheck(first17)}`
}

/** Full-width digits, blanks, hyphens and a spreadsheet's leading apostrophe are how people type, not what they mean. */
export const tidied = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200F\uFEFF-]/g, '')
    .replace(/^['‘’`]/, '')
    .toUpperCase()
    // The multiplication sign and the Cyrillic letter look like the X they stand for.
    .replace(/[×Х]$/, 'X')

/** Reads a number as typed. `today` bounds the day of birth; `demo` lets the never assigned region pass. */
export function readResidentId(text: string, at: { today: string; demo: boolean }): ResidentIdVerdict {
  const typed = tidied(text)
  if (/^\d(\.\d+)?E\+?\d+$/.test(typed)) return { problem: says.eatenBySpreadsheet }
  if (!/^(\d{15}|\d{17}[\dX])$/.test(typed)) return { problem: says.wrongShape(typed.length) }
  const number = typed.length === 15 ? madeEighteen(typed) : typed
  if (residentIdCheck(number.slice(0, 17)) !== number[17]) {
    // A spreadsheet keeps 15 digits of a number and writes noughts for the rest.
    return { problem: typed.endsWith('000') ? says.roundedBySpreadsheet : says.wrongCheck }
  }
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (
    !isCalendarDay(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14))) ||
    bornOn < '1890-01-01' ||
    bornOn > at.today
  )
    return { problem: says.wrongBirthday(bornOn) }
  const region = number.slice(0, 6)
  if (region === DEMO_REGION && !at.demo) return { problem: says.demoRegion }
  if (region !== DEMO_REGION && !isRegion(region, bornOn)) return { problem: says.unknownRegion(region) }
  return { good: { number, region, bornOn, sex: readResidentIdFacts(number).sex } }
}

/** What a good number of 18 characters says of whoever has it. */
export const readResidentIdFacts = (number: string): Pick<ResidentId, 'bornOn' | 'sex'> => ({
  bornOn: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
  sex: Number(number[16]) % 2 === 1 ? 'male' : 'female',
})

const counties = new Map<string, ReadonlySet<string>>()

/** The counties ever known below a prefecture; undefined for a prefecture that never was. */
function countiesOf(prefecture: string): ReadonlySet<string> | undefined {
  if (counties.size === 0) readTable()
  return counties.get(prefecture)
}

function readTable(): void {
  for (const [province, line] of Object.entries(regionCodes)) {
    for (const word of line.split(' ')) {
      const [prefecture, codes] = word.split(':') as [string, string]
      counties.set(province + prefecture, new Set(codes.match(/../g)))
    }
  }
}

/** A number keeps the code of the day it was issued, so a withdrawn one is good; the table ends with its last year. */
function isRegion(code: string, bornOn: string): boolean {
  const known = countiesOf(code.slice(0, 4))
  if (Number(bornOn.slice(0, 4)) > REGION_CODES_UNTIL_YEAR) return regionCodes[code.slice(0, 2)] !== undefined
  return known?.has(code.slice(4)) ?? false
}
