/** The last days of the `count` months before the month of a day, the earliest first. */
export function monthEndsBefore(day: string, count: number): string[] {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return Array.from({ length: count }, (_, index) =>
    // Day 0 of a month is the last of the month before.
    new Date(Date.UTC(year, month - 1 - (count - 1 - index), 0)).toISOString().slice(0, 10),
  )
}
