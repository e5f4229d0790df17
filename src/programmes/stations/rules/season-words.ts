import { matchAt, refuseHours, type HoursRefusal, type TokenReading } from './hours-reading.ts'

/** Named, dated, or both; `rest` is what no other season covers. */
export interface SeasonToken {
  readonly kind: 'season'
  readonly name?: SeasonName
  readonly from?: string
  readonly to?: string
  readonly isRest?: true
}

export type SeasonName = '夏季' | '冬季' | '春夏季' | '秋冬季'

const NAME = /(春夏|秋冬|夏|冬)(?:季节|季|天|令时间?|时令|令|时制|半年)?(?:作息)?(?:时间|期间)?/y
const REST = /其[余他它](?:日期|时间|季节|月份|日子)?/y
const DATES =
  /\(?(?:每年)?(\d{1,2})月份?(?:(\d{1,2})[日号])?-(?:次年|来年|翌年|第二年)?(?:(\d{1,2})月份?)?(?:(\d{1,2})[日号])?(?:期间)?\)?/y
const MONTHS = /\(?(?:每年)?(\d{1,2})-(?:次年|来年|翌年|第二年)?(\d{1,2})月份?(?:期间)?\)?/y
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export function readSeason(text: string, at: number): TokenReading<SeasonToken> | HoursRefusal | undefined {
  const rest = matchAt(REST, text, at)
  if (rest !== undefined) return { token: { kind: 'season', isRest: true }, end: at + rest[0].length }
  const named = matchAt(NAME, text, at)
  const afterName = at + (named?.[0].length ?? 0)
  const dates = readDates(text, afterName)
  if (dates !== undefined && 'ok' in dates) return dates
  if (named === undefined && dates === undefined) return undefined
  const name = named === undefined ? {} : { name: `${named[1] ?? ''}季` as SeasonName }
  const { from, to } = dates?.token ?? {}
  const span = from === undefined || to === undefined ? {} : { from, to }
  return { token: { kind: 'season', ...name, ...span }, end: dates?.end ?? afterName }
}

function readDates(
  text: string,
  at: number,
): TokenReading<{ from: string; to: string }> | HoursRefusal | undefined {
  const months = matchAt(MONTHS, text, at)
  const match = months ?? matchAt(DATES, text, at)
  if (match === undefined) return undefined
  const [whole, first = '', second, third, fourth] = match
  if (months === undefined && third === undefined && fourth === undefined) return undefined
  const [fromMonth, fromDay, toMonth, toDay] =
    months === undefined
      ? [first, second, third ?? first, fourth]
      : [first, undefined, second ?? first, undefined]
  const from = monthDay(Number(fromMonth), Number(fromDay ?? 1))
  const to = monthDay(Number(toMonth), toDay === undefined ? undefined : Number(toDay))
  if (from === undefined || to === undefined) {
    return refuseHours('date-out-of-range', {
      zh: `“${whole}”不是一段日期。`,
      en: `"${whole}" is not a span of dates.`,
    })
  }
  return { token: { from, to }, end: at + whole.length }
}

/** Without a day, the last of the month. */
function monthDay(month: number, day?: number): string | undefined {
  const last = MONTH_DAYS[month - 1]
  if (last === undefined || (day !== undefined && (day < 1 || day > last))) return undefined
  return `${String(month).padStart(2, '0')}-${String(day ?? last).padStart(2, '0')}`
}

/** What a season's name means where no dates are written: an assumption, and said as one. */
export const SEASON_DATES: Readonly<Record<SeasonName, { readonly from: string; readonly to: string }>> = {
  夏季: { from: '05-01', to: '09-30' },
  冬季: { from: '10-01', to: '04-30' },
  春夏季: { from: '04-01', to: '09-30' },
  秋冬季: { from: '10-01', to: '03-31' },
}

/** The rest of the year beside a span, when a roster dates only one of two seasons. */
export function restOfYear(span: { readonly from: string; readonly to: string }): {
  from: string
  to: string
} {
  return { from: shiftDay(span.to, 1), to: shiftDay(span.from, -1) }
}

function shiftDay(date: string, days: number): string {
  // 2024 was a leap year, so that 02-29 is a day.
  const shifted = new Date(Date.UTC(2024, Number(date.slice(0, 2)) - 1, Number(date.slice(3)) + days))
  return shifted.toISOString().slice(5, 10)
}
