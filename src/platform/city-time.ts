/**
 * The city's calendar and clock, for every layer. China has kept one time since 1992, eight hours ahead of UTC, so that a shift
 * is exact and needs no table of time zones. A day is written `2026-11-23`.
 */

/** An instant: a Date, milliseconds since 1970, or ISO 8601 with its offset. */
type Moment = Date | number | string

export const CITY_TIME_ZONE = 'Asia/Shanghai'
/** As an instant of the city ends in ISO 8601. */
export const CITY_OFFSET = '+08:00'
export const CITY_OFFSET_MS = 8 * 3_600_000

const DAY_MS = 86_400_000
const DAY = 'YYYY-MM-DD'.length
const MINUTE = 'YYYY-MM-DDTHH:MM'.length

/** `2026-11-23T14:05:09.000Z`: the clock on the wall, written as if it were UTC. */
const onTheWall = (at: Moment): string => new Date(new Date(at).getTime() + CITY_OFFSET_MS).toISOString()

/** The day that an instant falls on, `2026-11-23`. */
export const cityDay = (at: Moment): string => onTheWall(at).slice(0, DAY)

/** `14:05`, on a 24-hour clock. */
export const cityTime = (at: Moment): string => onTheWall(at).slice(DAY + 1, MINUTE)

/** As people there read an instant, `2026-11-23 14:05`. */
export const cityMoment = (at: Moment): string => `${cityDay(at)} ${cityTime(at)}`

/** The instant at which the clock shows `14:05` on a day, `2026-11-23T14:05:00+08:00`. */
export const momentAt = (day: string, time: string): string => `${day}T${time}:00${CITY_OFFSET}`

/** The midnight at which a day begins. */
export const startOfDay = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - CITY_OFFSET_MS)

/** The midnight at which a day ends: `at < endOfDay(day)` is that day or earlier. */
export const endOfDay = (day: string): Date => startOfDay(addDays(day, 1))

/** So many days later; earlier where `days` is negative. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, DAY)

/** How many days from `from` to `to`; negative where `to` lies before. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS
