import { CITY_TIME_ZONE } from '#platform/city-time.ts'

/** A calendar day where the station stands. */
export interface LocalDay {
  /** Days since 1970-01-01, both local. */
  readonly epochDay: number
  /** 0 to 365, counted as in a leap year, so that a month and day have one number in every year. */
  readonly dayOfLeapYear: number
  /** 0 is Monday. */
  readonly weekdayIndex: number
}

/** One instant as a clock on the wall shows it. Made once, then asked of every station. */
export interface LocalMoment {
  readonly today: LocalDay
  readonly yesterday: LocalDay
  /** 0 to 1439. */
  readonly minute: number
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const DAYS_BEFORE_MONTH = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335] as const
const formats = new Map<string, Intl.DateTimeFormat>()

export function localMoment(at: Date, timeZone = CITY_TIME_ZONE): LocalMoment {
  const local = localClockMs(at.getTime(), timeZone)
  const epochDay = Math.floor(local / DAY_MS)
  return {
    today: localDay(epochDay),
    yesterday: localDay(epochDay - 1),
    minute: Math.floor((local - epochDay * DAY_MS) / MINUTE_MS),
  }
}

export function localDay(epochDay: number): LocalDay {
  const date = new Date(epochDay * DAY_MS)
  return {
    epochDay,
    dayOfLeapYear: dayOfLeapYear(date.getUTCMonth() + 1, date.getUTCDate()),
    weekdayIndex: (date.getUTCDay() + 6) % 7,
  }
}

/** `2026-10-01` as days since 1970-01-01. */
export function epochDayOf(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
}

export function dayOfLeapYear(month: number, day: number): number {
  return (DAYS_BEFORE_MONTH[month - 1] ?? 0) + day - 1
}

/** The instant at which the clock on the wall shows this. Looked up twice, because the first offset may be of the
 * other side of a change of clocks. */
export function instantOf(epochDay: number, minute: number, timeZone = CITY_TIME_ZONE): Date {
  const clockMs = epochDay * DAY_MS + minute * MINUTE_MS
  const guess = clockMs - (localClockMs(clockMs, timeZone) - clockMs)
  return new Date(clockMs - (localClockMs(guess, timeZone) - guess))
}

/** The local clock's reading, as if it were UTC. */
function localClockMs(instantMs: number, timeZone: string): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(instantMs)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** Making a format costs far more than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, format)
  return format
}
