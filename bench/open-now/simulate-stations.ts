import { randomFrom } from '../harness/random.ts'

// Stations whose doors are known minute by minute: what a rule about open doors is measured on. It shares no line with
// the rule (`src/programmes/stations/rules`): its clock, its hours and its doors are its own.

export type Truth = {
  /** What the hours on the door say, by minute of the city's day and weekday (0 is Monday). */
  isDeclaredOpen(minute: number): boolean
  /** Minutes since the first midnight of the simulation (a Monday) in the city's time. */
  isOpen(minute: number): boolean
  /** How a keeper answers who is asked about a locked door: within so many minutes, or never. */
  readonly answersWithinMinutes: number | null
  /** Of answers, how many say that it is open when it is not. */
  readonly liesShare: number
}

export const MINUTES_A_DAY = 1_440

type Random = () => number
type Span = { readonly from: number; readonly to: number }
type Week = readonly (readonly Span[])[]

const between = (random: Random, from: number, to: number) => from + random() * (to - from)
const pick = <T>(random: Random, of: readonly T[]): T => of[Math.floor(random() * of.length)]!

/** Seven kinds of week, as stations declare them. */
function declaredWeek(random: Random): Week {
  const day = pick(random, [
    [{ from: 480, to: 1080 }],
    [{ from: 540, to: 1020 }],
    [{ from: 360, to: 1320 }],
    [
      { from: 480, to: 720 },
      { from: 840, to: 1080 },
    ],
    [{ from: 0, to: MINUTES_A_DAY }],
    [{ from: 420, to: 1200 }],
  ])
  const restsAtWeekends = random() < 0.25
  return Array.from({ length: 7 }, (_, weekday) => (restsAtWeekends && weekday >= 5 ? [] : day))
}

const isWithin = (spans: readonly Span[], minute: number) =>
  spans.some(({ from, to }) => minute >= from && minute < to)

/** What a station really does with its week; most keep it. */
type Habit = 'keeps' | 'locked-at-noon' | 'locked-at-weekends' | 'opens-late' | 'stays-open' | 'hardly-kept'

function habitOf(random: Random): Habit {
  const drawn = random()
  if (drawn < 0.66) return 'keeps'
  if (drawn < 0.74) return 'locked-at-noon'
  if (drawn < 0.8) return 'locked-at-weekends'
  if (drawn < 0.86) return 'opens-late'
  if (drawn < 0.92) return 'stays-open'
  return 'hardly-kept'
}

/** One station's door, drawn ahead for `days`. */
export function simulateStation(seed: number, days: number): Truth {
  const random = randomFrom(seed)
  const declared = declaredWeek(random)
  const habit = habitOf(random)
  const shift = between(random, 60, 120)
  const failsShare = habit === 'hardly-kept' ? between(random, 0.25, 0.6) : between(random, 0.005, 0.05)
  const real = Array.from({ length: days }, (_, day) => {
    const spans = habitual(declared[day % 7]!, habit, shift, day % 7)
    return withBadLuck(random, spans, failsShare)
  })
  const answers = random()
  return {
    isDeclaredOpen: (minute) =>
      isWithin(declared[Math.floor(minute / MINUTES_A_DAY) % 7]!, minute % MINUTES_A_DAY),
    isOpen: (minute) => isWithin(real[Math.floor(minute / MINUTES_A_DAY)] ?? [], minute % MINUTES_A_DAY),
    answersWithinMinutes:
      answers < 0.55 ? between(random, 5, 240) : answers < 0.75 ? between(random, 300, 1400) : null,
    liesShare: habit === 'hardly-kept' ? 0.3 : 0.05,
  }
}

function habitual(spans: readonly Span[], habit: Habit, shift: number, weekday: number): Span[] {
  if (habit === 'locked-at-weekends' && weekday >= 5) return []
  if (habit === 'locked-at-noon')
    return spans
      .flatMap(({ from, to }) => [
        { from, to: Math.min(to, 720) },
        { from: Math.max(from, 720 + shift), to },
      ])
      .filter(({ from, to }) => from < to)
  if (habit === 'opens-late') return spans.map(({ from, to }) => ({ from: Math.min(from + shift, to), to }))
  if (habit === 'stays-open')
    return spans.map(({ from, to }) => ({ from, to: Math.min(to + shift, MINUTES_A_DAY) }))
  return [...spans]
}

/** A day not opened at all, a door locked for an hour or two, somebody who leaves early. */
function withBadLuck(random: Random, spans: readonly Span[], share: number): Span[] {
  if (random() < share) return []
  const late = random() < 0.08 ? between(random, 10, 60) : 0
  const early = random() < 0.08 ? between(random, 10, 60) : 0
  const kept = spans.map(({ from, to }) => ({ from: from + late, to: to - early }))
  if (random() >= 2 * share || kept.length === 0) return kept
  const { from, to } = pick(random, kept)
  const gone = between(random, from, to)
  const back = gone + between(random, 30, 150)
  return kept
    .flatMap((span) => [
      { from: span.from, to: Math.min(span.to, gone) },
      { from: Math.max(span.from, back), to: span.to },
    ])
    .filter((span) => span.from < span.to)
}
