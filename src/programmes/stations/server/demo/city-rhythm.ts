import { dayNumber, isoDate, weekdayOf } from './days.ts'
import { springFestivalOf } from './opening-profiles.ts'
import type { Random } from './random.ts'

/** How busy the middle of each month is, against a mean of about one: heat and cold bring people in. */
const MONTHS = [1.12, 0.98, 0.85, 0.8, 0.92, 1.18, 1.4, 1.36, 1.02, 0.82, 0.95, 1.14]

/** One number a day for the whole city: season, weekday, weather and the empty week of 春节. */
export function cityRhythm(random: Random, firstDay: number, days: number): Float64Array {
  const festivals = festivalDays(firstDay, days)
  let weather = random.normal()
  return Float64Array.from({ length: days }, (_, index) => {
    const day = firstDay + index
    // Tomorrow's weather is mostly today's.
    weather = 0.72 * weather + 0.69 * random.normal()
    const rain = random.chance(0.13) ? 0.68 : 1
    const festival = festivals.some((start) => day >= start - 2 && day <= start + 5) ? 0.35 : 1
    return season(day) * weekdayFactor(day) * Math.exp(0.16 * weather) * rain * festival
  })
}

/** Straight lines from the middle of one month to the middle of the next. */
export function season(day: number): number {
  const date = isoDate(day)
  const along = Number(date.slice(5, 7)) - 1 + (Number(date.slice(8)) - 15.5) / 31
  const month = Math.floor(along)
  const [from = 1, to = 1] = [MONTHS[(month + 12) % 12], MONTHS[(month + 13) % 12]]
  return from + (to - from) * (along - month)
}

function weekdayFactor(day: number): number {
  const weekday = weekdayOf(day)
  if (weekday === 7) return 0.84
  return weekday === 6 ? 0.93 : 1.05
}

function festivalDays(firstDay: number, days: number): number[] {
  const from = Number(isoDate(firstDay).slice(0, 4))
  const to = Number(isoDate(firstDay + days).slice(0, 4))
  return Array.from({ length: to - from + 1 }, (_, index) => dayNumber(springFestivalOf(from + index)))
}

const bell = (hour: number, at: number, width: number) => Math.exp(-(((hour - at) / width) ** 2))

/** Why people come when they do: a rest before noon, the midday meal and its pause, the change of shift. */
function pull(minute: number): number {
  const hour = minute / 60
  const byDay = hour >= 6 && hour < 22 ? 0.12 : 0.02
  return byDay + 0.3 * bell(hour, 9.6, 1.1) + bell(hour, 12.4, 1.25) + 0.62 * bell(hour, 18, 1)
}

/** Running totals of the pull: `dayPull[m]` is all of it before minute m, so a span's share is one subtraction. */
export const dayPull: Float64Array = runningTotals(pull)

function runningTotals(weightOf: (minute: number) => number): Float64Array {
  const totals = new Float64Array(1441)
  for (let minute = 0; minute < 1440; minute++) totals[minute + 1] = (totals[minute] ?? 0) + weightOf(minute)
  return totals
}
