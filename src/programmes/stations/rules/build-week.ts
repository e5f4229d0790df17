import type { HoursGroup } from './group-hours.ts'
import type { OpeningSpan, WeeklySpan } from './opening-hours-schema.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 7]

/**
 * The week that a season's groups describe, written in one way only, so that equal weeks are equal as data: days
 * with the same times together, in the order of the week, times in the order of the day, overlaps joined.
 */
export function buildWeek(groups: readonly HoursGroup[]): WeeklySpan[] {
  const alike = new Map<string, { days: number[]; spans: OpeningSpan[] }>()
  for (const day of WEEK) {
    const spans = joinOverlaps(spansOf(day, groups))
    const key = JSON.stringify(spans)
    const entry = alike.get(key) ?? { days: [], spans }
    entry.days.push(day)
    alike.set(key, entry)
  }
  return [...alike.values()].flatMap(({ days, spans }) => spans.map((span) => ({ days, ...span })))
}

/** Days named by a group follow it alone; closing a day outweighs opening it. Hours of holidays are no weekday's. */
function spansOf(day: number, groups: readonly HoursGroup[]): OpeningSpan[] {
  const ofWeek = groups.filter((group) => group.days !== undefined || !group.isHolidays)
  const named = ofWeek.filter((group) => group.days?.includes(day) === true)
  const chosen = named.length > 0 ? named : ofWeek.filter((group) => group.days === undefined)
  return chosen.some((group) => group.isClosed) ? [] : chosen.flatMap((group) => group.spans)
}

/** Times of one day as HH:MM compare as text; spans into the next day stay as they are written. */
function joinOverlaps(spans: readonly OpeningSpan[]): OpeningSpan[] {
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const joined: OpeningSpan[] = []
  for (const span of sorted) {
    const last = joined.at(-1)
    const touches = last !== undefined && last.nextDay !== true && span.from <= last.to
    if (!touches) joined.push(span)
    else if (span.nextDay === true)
      joined.splice(-1, 1, { from: last.from, to: span.to < last.from ? span.to : last.from, nextDay: true })
    else if (span.to > last.to) joined.splice(-1, 1, { from: last.from, to: span.to })
  }
  return joined
}
