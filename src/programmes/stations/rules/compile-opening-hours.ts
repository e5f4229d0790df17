import { dayOfLeapYear, epochDayOf, type LocalDay, type LocalMoment } from './local-time.ts'
import type { OpeningHours, OpeningSeason, OpeningSpan } from './opening-hours-schema.ts'

/** Pairs of minutes from the day's midnight, [from, to); `to` passes 1440 where a span runs into the next day. */
export type DaySpans = readonly number[]

interface CompiledSeason {
  /** Days of a leap year, inclusive; `from` is larger where the season runs over the new year. */
  readonly from: number
  readonly to: number
  /** Seven, from Monday. */
  readonly week: readonly DaySpans[]
}

/** Opening hours in the shape in which they can be asked 180,000 times a request. */
export interface CompiledOpeningHours {
  readonly seasons: readonly CompiledSeason[]
  readonly exceptions: ReadonlyMap<number, DaySpans> | undefined
}

export const MINUTES_A_DAY = 1440
const NEVER: DaySpans = []

export function compileOpeningHours(hours: OpeningHours): CompiledOpeningHours {
  return {
    seasons: hours.seasons.map(compileSeason),
    exceptions:
      hours.exceptions.length === 0
        ? undefined
        : new Map(hours.exceptions.map((it) => [epochDayOf(it.date), compileSpans(it.spans)])),
  }
}

/** Compiles each distinct set of hours once: of thousands of stations most keep one of a few dozen. */
export function createOpeningHoursCompiler(): (hours: OpeningHours) => CompiledOpeningHours {
  const known = new Map<string, CompiledOpeningHours>()
  return (hours) => {
    const key = JSON.stringify(hours)
    const compiled = known.get(key) ?? compileOpeningHours(hours)
    known.set(key, compiled)
    return compiled
  }
}

/** Yesterday is asked too: what opened at 20:00 may close at 02:00. */
export function isOpenAt(compiled: CompiledOpeningHours, { today, yesterday, minute }: LocalMoment): boolean {
  return (
    covers(spansOn(compiled, today), minute) || covers(spansOn(compiled, yesterday), minute + MINUTES_A_DAY)
  )
}

/** What opens on this day. An exception stands in place of the week. */
export function spansOn({ seasons, exceptions }: CompiledOpeningHours, day: LocalDay): DaySpans {
  const exception = exceptions?.get(day.epochDay)
  if (exception !== undefined) return exception
  for (const season of seasons) {
    if (holdsOn(season, day.dayOfLeapYear)) return season.week[day.weekdayIndex] ?? NEVER
  }
  return NEVER
}

function covers(spans: DaySpans, minute: number): boolean {
  for (let at = 0; at < spans.length; at += 2) {
    if (minute >= spans[at]! && minute < spans[at + 1]!) return true
  }
  return false
}

function holdsOn({ from, to }: CompiledSeason, day: number): boolean {
  return from <= to ? day >= from && day <= to : day >= from || day <= to
}

function compileSeason(season: OpeningSeason): CompiledSeason {
  return {
    from: season.from === undefined ? 0 : dayNumber(season.from),
    to: season.to === undefined ? 365 : dayNumber(season.to),
    week: [1, 2, 3, 4, 5, 6, 7].map((day) =>
      compileSpans(season.weekly.filter((it) => it.days.includes(day))),
    ),
  }
}

function compileSpans(spans: readonly OpeningSpan[]): DaySpans {
  if (spans.length === 0) return NEVER
  return spans
    .map(
      (span) =>
        [minuteOf(span.from), minuteOf(span.to) + (span.nextDay === true ? MINUTES_A_DAY : 0)] as const,
    )
    .sort(([a], [b]) => a - b)
    .flat()
}

function dayNumber(monthDay: string): number {
  return dayOfLeapYear(Number(monthDay.slice(0, 2)), Number(monthDay.slice(3)))
}

/** `08:30` is 510. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
