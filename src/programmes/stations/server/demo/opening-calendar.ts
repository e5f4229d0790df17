import { compileOpeningHours, MINUTES_A_DAY, spansOn } from '../../rules/compile-opening-hours.ts'
import type { DaySpans } from '../../rules/compile-opening-hours.ts'
import { localDay } from '../../rules/local-time.ts'
import type { OpeningHours } from '../../rules/opening-hours-schema.ts'

/** Minutes of one day, `from` inclusive and `to` exclusive. */
export type OpenSpan = { readonly from: number; readonly to: number }

/** Open minutes of one day, sorted. A year of days is asked for each station, so the hours are compiled once. */
export function openingCalendar(hours: OpeningHours): (day: number) => OpenSpan[] {
  const compiled = compileOpeningHours(hours)
  return (day) => {
    // A span that runs past midnight belongs to the day on which it began; its end falls on this one.
    const spilt = pairs(spansOn(compiled, localDay(day - 1))).map(({ from, to }) => ({
      from: from - MINUTES_A_DAY,
      to: to - MINUTES_A_DAY,
    }))
    return [...spilt, ...pairs(spansOn(compiled, localDay(day)))]
      .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(MINUTES_A_DAY, to) }))
      .filter(({ from, to }) => from < to)
  }
}

function pairs(spans: DaySpans): OpenSpan[] {
  return spans.flatMap((from, index) => (index % 2 === 0 ? [{ from, to: spans[index + 1] ?? from }] : []))
}
