import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Term } from '../rules/procedure.ts'
import { specialDaysBetween, workingDaysBetween } from '../rules/working-days.ts'
import { calendarFor } from './calendar.ts'

/** How a deadline came about, day by day where a day is special, so that anybody can count it again. */
export async function countingOf(ctx: Context, from: string, term: Term | undefined, until: string | null) {
  if (term === undefined || until === null) return null
  return counted(ctx, from, until, term)
}

export async function counted(ctx: Context, from: string, until: string, term: Term) {
  const calendar = await calendarFor(ctx, from)
  const special = specialDaysBetween(calendar, from, until)
  const ofKind = (wanted: 'day-off' | 'make-up') =>
    special.filter(({ kind }) => kind === wanted).map(({ day, name }) => ({ day, name }))
  return {
    from,
    workingDays: 'workingDays' in term ? term.workingDays : null,
    days: 'days' in term ? term.days : null,
    daysOff: ofKind('day-off'),
    makeUpDays: ofKind('make-up'),
    workingDaysLeft: workingDaysBetween(calendar, cityDay(ctx.now), until),
  }
}
