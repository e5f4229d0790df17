import type { Text } from '#platform/text.ts'
import { formatOpeningException } from '../../../rules/format-opening-hours.ts'
import type { OpeningException, OpeningSpan } from '../../../rules/opening-hours-schema.ts'
import { parseOpeningHours } from '../../../rules/parse-opening-hours.ts'

/** A day that differs, as it is typed. */
export type WrittenException = {
  readonly key: string
  readonly date: string | null
  readonly times: string
  readonly note: string
}

export type ReadTimes =
  | { readonly ok: true; readonly spans: readonly OpeningSpan[] }
  | { readonly ok: false; readonly reason: Text }

const CLOSED = /^(?:休息|关闭|不开放|闭站|closed)?$/i

/** The times of one day: 9:00-12:00，14:00-17:00. Empty or 休息 means closed all day. */
export function readDayTimes(written: string): ReadTimes {
  if (CLOSED.test(written.trim())) return { ok: true, spans: [] }
  const verdict = parseOpeningHours(written)
  if (!verdict.ok) return verdict
  const { seasons } = verdict.hours
  const isOneDay = seasons.length === 1 && seasons[0]!.weekly.every(({ days }) => days.length === 7)
  if (!isOneDay) return { ok: false, reason: onlyTimes }
  return { ok: true, spans: seasons[0]!.weekly.map(({ days: _every, ...span }) => span) }
}

export function writtenException({ date, spans, note }: OpeningException): WrittenException {
  const times = formatOpeningException({ date, spans }).zh.slice(date.length + 1)
  return { key: date, date, times, note: note ?? '' }
}

export type ReadExceptions =
  | { readonly ok: true; readonly exceptions: OpeningException[] }
  | { readonly ok: false; readonly reason: Text }

/** All days that differ, by date; the first that cannot be is named by its date. */
export function readExceptions(written: readonly WrittenException[]): ReadExceptions {
  const exceptions: OpeningException[] = []
  for (const { date, times, note } of written) {
    if (date === null) return { ok: false, reason: dateMissing }
    if (exceptions.some((other) => other.date === date)) return { ok: false, reason: twice(date) }
    const read = readDayTimes(times)
    if (!read.ok) return { ok: false, reason: of(date, read.reason) }
    const remark = note.trim()
    exceptions.push({ date, spans: [...read.spans], ...(remark !== '' && { note: remark }) })
  }
  return { ok: true, exceptions: exceptions.sort((a, b) => (a.date < b.date ? -1 : 1)) }
}

const onlyTimes: Text = {
  zh: '这里只写这一天的时间，不写星期和季节。',
  en: 'Write only the times of this day, without weekdays or seasons.',
}
const dateMissing: Text = {
  zh: '例外日期里有一行没有选日期。',
  en: 'One of the days that differ has no date.',
}
const twice = (date: string): Text => ({ zh: `${date} 写了两次。`, en: `${date} is given twice.` })
const of = (date: string, { zh, en }: Text): Text => ({ zh: `${date}：${zh}`, en: `${date}: ${en}` })
