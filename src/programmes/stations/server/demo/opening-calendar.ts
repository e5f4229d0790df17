import type { OpeningHours, OpeningSeason } from '../rules/opening-hours-schema.ts'
import { isoDate, weekdayOf } from './days.ts'

/** Minutes of one day, `from` inclusive and `to` exclusive, sorted and apart. */
export type OpenSpan = { readonly from: number; readonly to: number }

const MINUTES_PER_DAY = 1440

/** Open minutes of one day. A year of days is asked for each station, so the hours are taken apart once. */
export function openingCalendar(hours: OpeningHours): (day: number) => OpenSpan[] {
  const exceptions = new Map(hours.exceptions.map(({ date, spans }) => [date, spans.map(inMinutes)]))
  const seasons = hours.seasons.map((season) => ({ covers: covering(season), byWeekday: byWeekday(season) }))
  const startingOn = (day: number): readonly MinuteSpan[] => {
    const date = isoDate(day)
    const season = seasons.find(({ covers }) => covers(date.slice(5)))
    return exceptions.get(date) ?? season?.byWeekday[weekdayOf(day)] ?? []
  }
  return (day) => {
    // A span that runs past midnight belongs to the day on which it began.
    const spilt = startingOn(day - 1)
      .filter(({ to }) => to > MINUTES_PER_DAY)
      .map(({ to }) => ({ from: 0, to: to - MINUTES_PER_DAY }))
    const own = startingOn(day).map(({ from, to }) => ({ from, to: Math.min(to, MINUTES_PER_DAY) }))
    return [...spilt, ...own].toSorted((a, b) => a.from - b.from)
  }
}

/** `to` may lie past midnight: minutes since the start of the day on which the span began. */
type MinuteSpan = OpenSpan

type WrittenSpan = { readonly from: string; readonly to: string; readonly nextDay?: true | undefined }

function inMinutes({ from, to, nextDay }: WrittenSpan): MinuteSpan {
  return { from: minutesOf(from), to: minutesOf(to) + (nextDay === true ? MINUTES_PER_DAY : 0) }
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** MM-DD compares as text; a season may run over the new year. */
function covering({ from, to }: OpeningSeason): (monthDay: string) => boolean {
  if (from === undefined || to === undefined) return () => true
  if (from <= to) return (monthDay) => monthDay >= from && monthDay <= to
  return (monthDay) => monthDay >= from || monthDay <= to
}

function byWeekday({ weekly }: OpeningSeason): readonly MinuteSpan[][] {
  return Array.from({ length: 8 }, (_, weekday) =>
    weekly.filter(({ days }) => days.includes(weekday)).map(inMinutes),
  )
}
