import { cityDay } from '#platform/city-time.ts'

const DAY_MS = 86_400_000
/** The story of the demo begins so long before its last day: five and a half years, as since 2021 on the page. */
const STORY_DAYS = 2_000

/** A day of the story: 0 is its first, 1 the day before the demo was loaded. */
export const dayAt = (today: Date, share: number): string =>
  cityDay(new Date(today.getTime() - Math.round((1 - share) * (STORY_DAYS - 1) + 1) * DAY_MS))

/** A day between two, by a share of the way; never before the first nor after the last. */
export function dayBetween(from: string, to: string, share: number): string {
  const [first, last] = [Date.parse(from), Date.parse(to)]
  if (last <= first) return from
  return new Date(first + Math.floor((last - first) * share)).toISOString().slice(0, 10)
}
