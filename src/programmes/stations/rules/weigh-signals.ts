import { CITY_OFFSET_MS } from '#platform/city-time.ts'
import { proofShare, type OpenSignal } from './open-signal.ts'
import type { OpenNowTuning } from './open-now-tuning.ts'

/** What one signal says, above zero for open: of the door in these hours (log-odds), and of what is usual (persons). */
export interface WeighedSignal {
  readonly signal: OpenSignal
  readonly fresh: number
  readonly usual: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const MINUTES_A_DAY = 1_440

export const limited = (value: number, most: number): number => Math.min(most, Math.max(-most, value))

/** Each signal of before `now` with what it says; of one person only the weightiest of a kind and day, and less each further day. */
export function weighSignals(
  declaredOpen: boolean | undefined,
  signals: readonly OpenSignal[],
  now: Date,
  tuning: OpenNowTuning,
): WeighedSignal[] {
  const heard = withoutTakenBack(signals.filter(({ at }) => at <= now))
  const weighed = heard.map((signal) => weigh(declaredOpen, signal, now, tuning))
  return countedOnce(superseded(weighed, tuning.supersededShare))
}

function weigh(
  declaredOpen: boolean | undefined,
  signal: OpenSignal,
  now: Date,
  tuning: OpenNowTuning,
): WeighedSignal {
  const ageMs = now.getTime() - signal.at.getTime()
  const share = shareOfProof(signal) * shareOfHours(declaredOpen, signal, tuning)
  const weight = tuning.freshWeight[signal.kind]
  const looked = weight > 0 ? tuning.usualOpen : -tuning.usualLocked
  return {
    signal,
    fresh: weight * share * 0.5 ** (ageMs / HOUR_MS / tuning.freshHalfLifeHours),
    usual: looked * share * likeness(signal.at, now, tuning),
  }
}

/** A keeper answers for the station and need not stand before it. */
const shareOfProof = ({ kind, proof }: OpenSignal) => (kind.startsWith('keeper') ? 1 : proofShare(proof))

/** A visit before closing says little of the evening: what was found in its hours is of them, and outside of outside. */
const shareOfHours = (
  declaredOpen: boolean | undefined,
  { declaredOpen: then }: OpenSignal,
  { outOfHours }: OpenNowTuning,
) => (then === undefined || declaredOpen === undefined || then === declaredOpen ? 1 : outOfHours)

/** How far what was found then tells what is found now on another day: by age, hour and kind of day. */
function likeness(
  at: Date,
  now: Date,
  { usualHalfLifeDays, usualMinutes, otherKindOfDay, anyHour }: OpenNowTuning,
): number {
  const ageMs = now.getTime() - at.getTime()
  const apart = minutesApart(at, now) / usualMinutes
  const kindOfDay = isDayOfRest(at) === isDayOfRest(now) ? 1 : otherKindOfDay
  const hour = anyHour + (1 - anyHour) * Math.exp(-0.5 * apart * apart) * kindOfDay
  return hour * 0.5 ** (ageMs / DAY_MS / usualHalfLifeDays)
}

function minutesApart(a: Date, b: Date): number {
  const apart = (Math.abs(a.getTime() - b.getTime()) / MINUTE_MS) % MINUTES_A_DAY
  return Math.min(apart, MINUTES_A_DAY - apart)
}

const cityDayNumber = (at: Date): number => Math.floor((at.getTime() + CITY_OFFSET_MS) / DAY_MS)

/** Saturday and Sunday; 1 January 1970 was a Thursday. */
const isDayOfRest = (at: Date): boolean => (cityDayNumber(at) + 3) % 7 >= 5

/** Who says it is open again takes their own report of that day back. */
function withoutTakenBack(signals: readonly OpenSignal[]): readonly OpenSignal[] {
  const reopened = signals.filter((it) => it.kind === 'reported-reopened' && it.by !== undefined)
  if (reopened.length === 0) return signals
  return signals.filter(
    (it) =>
      it.kind !== 'reported-locked' || !reopened.some((later) => later.by === it.by && later.at >= it.at),
  )
}

/**
 * A hundred taps of one thumb are one: of a person, kind and day the strongest counts, of what is usual a second day
 * half, a third a third. What is strongest now and what is strongest for the habit are chosen apart.
 */
function countedOnce(weighed: readonly WeighedSignal[]): WeighedSignal[] {
  const anonymous = weighed.filter(({ signal }) => signal.by === undefined)
  const persons = Map.groupBy(
    weighed.filter(({ signal }) => signal.by !== undefined),
    ({ signal }) => `${signal.by} ${signal.kind}`,
  )
  return [...anonymous, ...[...persons.values()].flatMap(countedOnceOf)]
}

function countedOnceOf(ofOne: readonly WeighedSignal[]): WeighedSignal[] {
  const days = [...Map.groupBy(ofOne, ({ signal }) => cityDayNumber(signal.at)).values()]
  const fresh = days.map((day) => strongest(day, 'fresh')).map((it) => ({ ...it, usual: 0 }))
  const usual = days
    .map((day) => strongest(day, 'usual'))
    .toSorted((a, b) => Math.abs(b.usual) - Math.abs(a.usual))
    .map((it, rank) => ({ ...it, fresh: 0, usual: it.usual / (rank + 1) }))
  return [...fresh, ...usual]
}

const strongest = (day: readonly WeighedSignal[], part: 'fresh' | 'usual'): WeighedSignal =>
  day.reduce((known, it) => (Math.abs(it[part]) > Math.abs(known[part]) ? it : known))

/** A later word of the other sign takes its share of an earlier one away, the best proved of them all alone. */
function superseded(weighed: readonly WeighedSignal[], share: number): WeighedSignal[] {
  const inOrder = weighed.toSorted((a, b) => b.signal.at.getTime() - a.signal.at.getTime())
  const later = { open: 0, locked: 0 }
  const kept: WeighedSignal[] = []
  // What was said in the same moment does not answer one another.
  for (const moment of Map.groupBy(inOrder, ({ signal }) => signal.at.getTime()).values()) {
    for (const it of moment)
      kept.push({ ...it, fresh: it.fresh * (1 - share * (it.fresh > 0 ? later.locked : later.open)) })
    for (const { fresh, signal } of moment) {
      const side = fresh > 0 ? 'open' : 'locked'
      later[side] = Math.max(later[side], shareOfProof(signal))
    }
  }
  return kept
}
