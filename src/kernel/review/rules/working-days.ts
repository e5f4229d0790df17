import { addDays } from '#platform/city-time.ts'
import type { Text } from '#platform/text.ts'
import type { Term } from './procedure.ts'

export type SpecialDay = { readonly kind: 'day-off' | 'make-up'; readonly name: Text }

/** Days as `2026-11-23`, where the city lies. A year that is not published has no special days. */
export type Calendar = {
  readonly years: ReadonlySet<number>
  readonly special: ReadonlyMap<string, SpecialDay>
}

export type Due = {
  readonly dueOn: string
  /** Some day on the way lies in a year whose notice is not out: only weekends were left out there. */
  readonly beyondPublished: boolean
}

/** A deadline further away than this is a mistake in a procedure, not a deadline. */
const WORKING_DAYS_MAX = 2_000

const yearOf = (day: string) => Number(day.slice(0, 4))

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

export function isWorkingDay(calendar: Calendar, day: string): boolean {
  const special = calendar.special.get(day)
  return special === undefined ? !isWeekend(day) : special.kind === 'make-up'
}

/**
 * The n-th working day after `from`, which itself is not counted (Civil Code, article 201). With n = 0 it is `from`,
 * or the next working day where `from` is none.
 */
export function addWorkingDays(calendar: Calendar, from: string, n: number): Due {
  if (!Number.isInteger(n) || n < 0 || n > WORKING_DAYS_MAX)
    throw new RangeError(`${n} is no number of working days`)
  let day = from
  let left = n
  let beyondPublished = !calendar.years.has(yearOf(day))
  while (left > 0 || !isWorkingDay(calendar, day)) {
    day = addDays(day, 1)
    if (left > 0 && isWorkingDay(calendar, day)) left -= 1
    beyondPublished ||= !calendar.years.has(yearOf(day))
  }
  return { dueOn: day, beyondPublished }
}

/** How many working days lie after `from`, up to and with `until`; negative where `until` lies before. */
export function workingDaysBetween(calendar: Calendar, from: string, until: string): number {
  if (until < from) return -workingDaysBetween(calendar, until, from)
  let count = 0
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) count += 1
  return count
}

/**
 * The last day of a term. Calendar days that would end on a day off end on the next working day (Civil Code,
 * article 203).
 */
export function addTerm(calendar: Calendar, from: string, term: Term): Due {
  if ('workingDays' in term) return addWorkingDays(calendar, from, term.workingDays)
  return addWorkingDays(calendar, addDays(from, term.days), 0)
}

/** The special days on the way from the day after `from` to `until`, so that a count can be checked by hand. */
export function specialDaysBetween(calendar: Calendar, from: string, until: string) {
  const found: ({ readonly day: string } & SpecialDay)[] = []
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) {
    const special = calendar.special.get(day)
    if (special !== undefined) found.push({ day, ...special })
  }
  return found
}
