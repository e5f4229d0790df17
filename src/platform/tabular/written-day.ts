import { isCalendarDay } from '../calendar-day.ts'
import { toHalfWidth } from './clean-text.ts'

export interface WrittenDay {
  /** YYYY-MM-DD; the first day where only the month or the year is known. */
  readonly date: string
  readonly precision: 'day' | 'month' | 'year'
}

/** 1980-01-01: below it, five digits are more often a date with one left out than a spreadsheet's number of a day. */
const SERIAL_MIN = 29_221
/** 2099-12-31. */
const SERIAL_MAX = 73_050
const SERIAL_EPOCH_MS = Date.UTC(1899, 11, 30)

const SHAPES: readonly RegExp[] = [
  /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})\.?(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})[./-](\d{1,2})\.?$/,
  /^(\d{4})年(\d{1,2})月?份?$/,
  /^(\d{4})(\d{2})$/,
  /^(\d{4})年?$/,
]

/**
 * Reads 2019.5.1, 2019/5/1, 2019-05-01, 2019年5月1日, 2019年5月, 20190501 and a spreadsheet's day number; undefined
 * for anything else, years of two digits and days that are not in the calendar. `serialMin` is the first day number that
 * is taken for one: birthdays lie further back than the openings of stations.
 */
export function readWrittenDay(written: string, serialMin = SERIAL_MIN): WrittenDay | undefined {
  const text = toHalfWidth(written).replace(/\s*([./年月-])\s*/g, '$1')
  if (/^\d{5}$/.test(text)) return fromSerial(Number(text), serialMin)
  for (const shape of SHAPES) {
    const match = shape.exec(text)
    if (match !== null) return fromParts(match[1], match[2], match[3])
  }
  return undefined
}

function fromSerial(serial: number, serialMin: number): WrittenDay | undefined {
  if (serial < serialMin || serial > SERIAL_MAX) return undefined
  return {
    date: new Date(SERIAL_EPOCH_MS + serial * 86_400_000).toISOString().slice(0, 10),
    precision: 'day',
  }
}

function fromParts(year = '', month?: string, day?: string): WrittenDay | undefined {
  const date = `${year}-${(month ?? '1').padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`
  if (!isCalendarDay(Number(year), Number(month ?? 1), Number(day ?? 1))) return undefined
  return { date, precision: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year' }
}
