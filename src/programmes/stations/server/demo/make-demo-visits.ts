import { cityRhythm, dayPull } from './city-rhythm.ts'
import { dayNumber, startOfDay } from './days.ts'
import type { DemoStation } from './demo-station.ts'
import type { OpenSpan } from './opening-calendar.ts'
import { createRandom, indexAbove, poisson } from './random.ts'
import type { Random } from './random.ts'
import { bustleOf, drawRegular, gatherRegulars } from './regulars.ts'
import type { Regulars } from './regulars.ts'
import { usualHours } from './usual-hours.ts'
import type { VisitSpan } from './usual-hours.ts'

/** Check-ins as columns, in the order of time: a hundred thousand of them as objects would cost the most. */
export type DemoVisits = {
  readonly count: number
  /** Index into the stations that were given. */
  readonly station: Uint16Array
  /** 1 to 6,500. Nobody checks in twice at one station on one day. */
  readonly visitor: Uint16Array
  /** Seconds since the epoch. */
  readonly at: Uint32Array
  /** Index into `VISIT_PROOFS`. */
  readonly proof: Uint8Array
}

/** How a check-in shows that the visitor was there, with how often. */
export const VISIT_PROOFS = ['code-and-position', 'code', 'position'] as const
const proofTotals = [0.62, 0.95, 1]

export type DemoVisitsWish = {
  readonly seed: number
  /** YYYY-MM-DD; the last check-in is on the day before, so that none lies in the future. */
  readonly today: string
  readonly stations: readonly DemoStation[]
  /** About this many; the year's chance decides the rest. */
  readonly expected?: number
}

export const VISIT_DAYS = 365

export function makeDemoVisits({ seed, today, stations, expected = 120_000 }: DemoVisitsWish): DemoVisits {
  const firstDay = dayNumber(today) - VISIT_DAYS
  const bustle = bustleOf(seed, stations)
  const regulars = gatherRegulars(seed, stations, bustle)
  const rhythm = cityRhythm(createRandom(seed, 'rhythm'), firstDay, VISIT_DAYS)
  const plan = planYear(stations, bustle, rhythm, firstDay)
  const scale = expected / plan.reduce((sum, { mean }) => sum + mean, 0)
  const random = createRandom(seed, 'visits')
  const drawn = plan.flatMap((stationDay) => drawDay(random, stationDay, scale, regulars[stationDay.station]))
  return inColumns(
    createRandom(seed, 'visit proofs'),
    drawn.toSorted((a, b) => a.at - b.at || a.station - b.station),
  )
}

type StationDay = {
  readonly station: number
  readonly day: number
  readonly mean: number
  readonly spans: readonly VisitSpan[]
}

function planYear(
  stations: readonly DemoStation[],
  bustle: Float64Array,
  rhythm: Float64Array,
  firstDay: number,
): StationDay[] {
  return stations.flatMap((station, index) => {
    const spansOn = usualHours(station)
    const founded = dayNumber(station.foundedOn)
    const plan: StationDay[] = []
    rhythm.forEach((busy, offset) => {
      const day = firstDay + offset
      const spans = day > founded ? spansOn(day) : []
      const mean = (bustle[index] ?? 0) * busy * spans.reduce((sum, span) => sum + pullOf(span), 0)
      if (mean > 0) plan.push({ station: index, day, mean, spans })
    })
    return plan
  })
}

function pullOf({ from, to, share = 1 }: OpenSpan & { readonly share?: number }): number {
  return share * ((dayPull[to] ?? 0) - (dayPull[from] ?? 0))
}

type Visit = { readonly station: number; readonly visitor: number; readonly at: number }

function drawDay(random: Random, plan: StationDay, scale: number, regulars: Regulars | undefined): Visit[] {
  if (regulars === undefined) return []
  const seen = new Set<number>()
  const visits: Visit[] = []
  for (let left = poisson(random, plan.mean * scale); left > 0; left--) {
    const visitor = drawUnseen(random, regulars, seen)
    if (visitor === undefined) continue
    seen.add(visitor)
    const minute = drawMinute(random, plan.spans)
    visits.push({
      station: plan.station,
      visitor,
      at: startOfDay(plan.day) + minute * 60 + random.whole(0, 59),
    })
  }
  return visits
}

const TRIES_MAX = 6

/** Somebody who has not been here today; undefined where the few who come have all come. */
function drawUnseen(random: Random, regulars: Regulars, seen: ReadonlySet<number>): number | undefined {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const visitor = drawRegular(random, regulars)
    if (!seen.has(visitor)) return visitor
  }
  return undefined
}

/** A minute of the day inside the spans, by how much each minute pulls. */
export function drawMinute(
  random: Random,
  spans: readonly (OpenSpan & { readonly share?: number })[],
): number {
  const span = random.weighted(spans, pullOf)
  const [before = 0, after = 0] = [dayPull[span.from], dayPull[span.to]]
  return Math.min(span.to - 1, indexAbove(dayPull, before + random.unit() * (after - before)) - 1)
}

function inColumns(random: Random, visits: readonly Visit[]): DemoVisits {
  return {
    count: visits.length,
    station: Uint16Array.from(visits, ({ station }) => station),
    visitor: Uint16Array.from(visits, ({ visitor }) => visitor),
    at: Uint32Array.from(visits, ({ at }) => at),
    proof: Uint8Array.from(visits, () => indexAbove(proofTotals, random.unit())),
  }
}
