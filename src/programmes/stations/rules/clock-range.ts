import type { Text } from '#platform/text.ts'

import { refuseHours, type HoursFix, type HoursRefusal, type TokenReading } from './hours-reading.ts'
import type { OpeningSpan } from './opening-hours-schema.ts'

export interface ClockRange {
  readonly span: OpeningSpan
  readonly assumption?: Text
}

interface ClockTime {
  readonly minute: number
  readonly part: DayPart | undefined
  readonly nextDay: boolean
}

type DayPart = 'morning' | 'noon' | 'later'

const PARTS: readonly (readonly [RegExp, DayPart])[] = [
  [/^(?:凌晨|清晨|早|上午|am$)/i, 'morning'],
  [/^中午/, 'noon'],
  [/^(?:下午|傍晚|晚|夜|pm$)/i, 'later'],
]
const NEXT = '次日|第二天|翌日|隔日|第2天'
const PART = '凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|夜里|夜'
const CLOCK =
  '\\d{1,2}[:.]\\d{2}(?::\\d{2})?|\\d{1,2}[点时](?:整|半|[一三]刻|\\d{1,2}分?)?|[012]\\d[0-5]\\d(?!\\d)|\\d{1,2}'
const TIME = `(${NEXT})?的?(${PART})?(${NEXT})?(${CLOCK})(am|pm)?`
const RANGE = new RegExp(`${TIME}-${TIME}(?![\\d月])`, 'iy')

const HALF_DAY = 720
const DAY = 1440

/** Reads 8:00-18:00, 早8点-晚6点, 上午8:30-11:30, 20:00-次日2:00, 9-17点 at a place of normalised text. */
export function readClockRange(
  text: string,
  at: number,
): TokenReading<ClockRange> | HoursRefusal | undefined {
  RANGE.lastIndex = at
  const match = RANGE.exec(text)
  if (match === null) return undefined
  const [whole] = match
  const opening = readTime(match.slice(1, 6))
  const closing = readTime(match.slice(6, 11))
  if (opening === undefined || closing === undefined || opening.minute >= DAY) return outOfRange(whole)
  const range = settle(opening, closing)
  if (range !== undefined) return { token: range, end: at + whole.length }
  const put = (piece: string) => `${text.slice(0, at)}${piece}${text.slice(at + whole.length)}`
  return closing.nextDay ? longerThanADay(whole) : closingFirst(whole, opening.minute, closing.minute, put)
}

function readTime(groups: readonly (string | undefined)[]): ClockTime | undefined {
  const [nextBefore, partBefore, nextAfter, clock = '', suffix] = groups
  const minute = readMinute(clock)
  if (minute === undefined) return undefined
  const word = partBefore ?? suffix
  const part = word === undefined ? undefined : PARTS.find(([pattern]) => pattern.test(word))?.[1]
  return { minute: onTheDay(minute, part), part, nextDay: (nextBefore ?? nextAfter) !== undefined }
}

/** 8:30, 8.30, 8点半, 8点一刻, 8时, 0830 or 8; undefined past 24:00. */
function readMinute(clock: string): number | undefined {
  const compact = /^(\d{2})(\d{2})$/.exec(clock)
  const hour = Number(compact?.[1] ?? /^\d{1,2}/.exec(clock)?.[0])
  const minute = compact === null ? minutePart(clock.replace(/^\d{1,2}/, '')) : Number(compact[2])
  const total = hour * 60 + minute
  return minute > 59 || total > DAY ? undefined : total
}

function minutePart(rest: string): number {
  if (rest.includes('半')) return 30
  if (rest.includes('刻')) return rest.includes('一') ? 15 : 45
  return Number(/\d+/.exec(rest)?.[0] ?? 0)
}

/** 下午2点 is 14:00, 中午1点 is 13:00, 晚12点 is midnight, 凌晨12点 is 0:00. */
function onTheDay(minute: number, part: DayPart | undefined): number {
  if (part === 'later' && minute < HALF_DAY) return minute + HALF_DAY
  if (part === 'later' && minute === HALF_DAY) return DAY
  if (part === 'noon' && minute < 180) return minute + HALF_DAY
  if (part === 'morning' && minute >= HALF_DAY && minute < HALF_DAY + 60) return minute - HALF_DAY
  return minute
}

/** Which day and half of the day the closing time belongs to; undefined where it lies before the opening. */
function settle(opening: ClockTime, closing: ClockTime): ClockRange | undefined {
  const from = opening.minute
  const to = closing.minute
  if (closing.nextDay) {
    if (to === 0) return { span: span(from, DAY) }
    return to <= from ? { span: { ...span(from, to), nextDay: true } } : undefined
  }
  if (to > from) return { span: span(from, to) }
  // 下午2:30-5:30: the second time is of the same half of the day.
  const sameHalf = to + HALF_DAY
  if (closing.part === undefined && opening.part === 'later' && to < HALF_DAY && sameHalf > from) {
    return { span: span(from, sameHalf) }
  }
  if (to === 0) return { span: span(from, DAY), assumption: midnightAssumed }
  if (closing.part === 'morning' && from >= HALF_DAY) {
    return { span: { ...span(from, to), nextDay: true }, assumption: nextDayAssumed }
  }
  return undefined
}

const midnightAssumed: Text = {
  zh: '关闭时间 0:00 按当天 24:00 理解。',
  en: 'Closing at 0:00 is read as 24:00 of the same day.',
}
const nextDayAssumed: Text = {
  zh: '清早关闭的时间按次日理解。',
  en: 'A closing time in the morning is read as the next day.',
}

function closingFirst(whole: string, from: number, to: number, put: (piece: string) => string): HoursRefusal {
  const overnight = `${clockText(from)}-次日${clockText(to)}`
  const fixes: HoursFix[] = [
    { label: { zh: `改为 ${overnight}`, en: `Make it ${overnight} (next day)` }, value: put(overnight) },
  ]
  const candidates = [
    ...(to < HALF_DAY && to + HALF_DAY > from ? [`${clockText(from)}-${clockText(to + HALF_DAY)}`] : []),
    ...(to < from ? [`${clockText(to)}-${clockText(from)}`] : []),
  ]
  for (const piece of candidates) {
    fixes.push({ label: { zh: `改为 ${piece}`, en: `Make it ${piece}` }, value: put(piece) })
  }
  return refuseHours(
    'closing-before-opening',
    {
      zh: `“${whole}”的关闭时间不晚于开放时间；如果开到第二天，请写“次日”。`,
      en: `In "${whole}" closing is not after opening; if it stays open into the next day, write 次日.`,
    },
    fixes,
  )
}

function outOfRange(whole: string): HoursRefusal {
  return refuseHours('time-out-of-range', {
    zh: `“${whole}”里有不存在的时间，应在 0:00 到 24:00 之间。`,
    en: `"${whole}" has a time that does not exist; times go from 0:00 to 24:00.`,
  })
}

function longerThanADay(whole: string): HoursRefusal {
  return refuseHours('longer-than-a-day', {
    zh: `“${whole}”超过了 24 小时；全天开放请写“全天”。`,
    en: `"${whole}" is longer than 24 hours; for round the clock write 全天.`,
  })
}

function span(from: number, to: number): OpeningSpan {
  return { from: timeText(from), to: timeText(to) }
}

const timeText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const clockText = (minute: number): string => timeText(minute).replace(/^0/, '')
