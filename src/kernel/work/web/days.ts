import { cityDay, daysBetween } from '#platform/city-time.ts'

/** What is due within as many days is shown apart. */
export const SOON_DAYS = 7

/** Calendar days of the city from one instant's day to another's; negative where the second is earlier. */
export const calendarDays = (from: Date | string, to: Date | string): number =>
  daysBetween(cityDay(from), cityDay(to))

/** The last day on which something due then is in time: what is due at midnight was due on the day before. */
export const lastDayOf = (dueAt: string): Date => new Date(new Date(dueAt).getTime() - 1)
