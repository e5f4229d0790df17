/** What is due within as many days is shown apart. */
export const SOON_DAYS = 7

const DAY_MS = 86_400_000
const CITY_AHEAD_MS = 8 * 3_600_000

/** Calendar days of the city from one instant's day to another's; negative where the second is earlier. */
export function daysBetween(from: Date | string, to: Date | string): number {
  const dayOf = (moment: Date | string) => Math.floor((new Date(moment).getTime() + CITY_AHEAD_MS) / DAY_MS)
  return dayOf(to) - dayOf(from)
}

/** The last day on which something due then is in time: what is due at midnight was due on the day before. */
export const lastDayOf = (dueAt: string): Date => new Date(new Date(dueAt).getTime() - 1)
