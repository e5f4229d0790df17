export type DayCount = { readonly day: string; readonly route: number; readonly rides: number }

const DAY_MS = 86_400_000
/** How the rides of a day lie on its routes; the model workers' line last. */
const ROUTE_SHARES = [0.27, 0.2, 0.17, 0.14, 0.13, 0.09]

/**
 * Shares `total` rides out to every day from `firstDay` until before `endDay` and every route: more as years go by, fewer on days
 * off and in the cold, and to the last ride exactly as many as there are.
 */
export function shareOut(firstDay: string, endDay: string, total: number): DayCount[] {
  const [first, end] = [Date.parse(firstDay), Date.parse(endDay)]
  const days = Array.from({ length: (end - first) / DAY_MS }, (_, at) => new Date(first + at * DAY_MS))
  const weights = days.map((day, at) => {
    const isDayOff = day.getUTCDay() === 0 || day.getUTCDay() === 6
    const season = 1 + 0.12 * Math.cos(((day.getUTCMonth() - 4) / 12) * 2 * Math.PI)
    const chance = 0.9 + ((at * 7_919) % 200) / 1_000
    return (0.55 + (0.9 * at) / days.length) * (isDayOff ? 0.78 : 1.08) * season * chance
  })
  const cells = days.flatMap((day, at) =>
    ROUTE_SHARES.map((share, place) => ({
      day: day.toISOString().slice(0, 10),
      route: place + 1,
      weight: weights[at]! * share,
    })),
  )
  const sum = cells.reduce((all, { weight }) => all + weight, 0)
  let shared = 0
  let rides = 0
  return cells.map(({ day, route, weight }) => {
    shared += weight
    const upTo = Math.round((shared / sum) * total)
    const count = upTo - rides
    rides = upTo
    return { day, route, rides: count }
  })
}
