import type { Text } from '#platform/text.ts'

import { describeOpenNow, type OpenConfidence } from './open-now-wording.ts'

// "Open now" is a small Bayesian rule in log-odds. The declared hours give the prior; each signal adds its base
// weight, times how well it proves that somebody stood there, times how fresh it is. Log-odds add, so every line of
// evidence can be shown with its weight, and the sum can be checked by hand.

export type SignalKind =
  /** Somebody used the station. */
  | 'check-in'
  | 'reported-locked'
  /** The person who reported it locked, or another, found it open again. */
  | 'reported-reopened'
  | 'keeper-said-open'
  | 'keeper-said-closed'

/** What showed that the person was there. The plate's code counts when scanned within 10 minutes of the report. */
export interface PresenceProof {
  readonly codeScanned: boolean
  readonly position: 'near' | 'far' | 'not-given'
}

export interface OpenSignal {
  readonly kind: SignalKind
  readonly at: Date
  readonly proof: PresenceProof
  /** A pseudonym: one person counts once for each kind, by the weightiest. */
  readonly by?: string
}

export interface OpenEvidence {
  readonly kind: 'declared-open' | 'declared-closed' | 'hours-unknown' | SignalKind
  /** Null for the declared hours, which hold at any time. */
  readonly at: Date | null
  /** In log-odds (natural logarithm): above zero speaks for open. */
  readonly weight: number
}

export interface OpenNow {
  readonly probability: number
  readonly confidence: OpenConfidence
  /** The weightiest first. */
  readonly evidence: readonly OpenEvidence[]
  readonly wording: Text
}

/** Declared hours are right most of the time: 85 in 100 when open, 95 in 100 when closed. */
export const DECLARED_WEIGHT = { open: Math.log(85 / 15), closed: Math.log(5 / 95), unknown: 0 } as const

export const SIGNAL_WEIGHT: Readonly<Record<SignalKind, number>> = {
  'check-in': 2.5,
  'reported-locked': -3,
  'reported-reopened': 3,
  'keeper-said-open': 2.5,
  'keeper-said-closed': -3.5,
}

/** A door locked two hours ago says half as much about now. */
export const HALF_LIFE_HOURS = 2
/** Habit: what was seen at this time of day on other days, at a tenth of the weight, forgotten by half in 21 days. */
export const HABIT_SHARE = 0.1
export const HABIT_HALF_LIFE_DAYS = 21
export const HABIT_WITHIN_MINUTES = 90
/** All habit together never outweighs the declared hours. */
export const HABIT_WEIGHT_MAX = 1.5
/** Nobody is ever quite sure: the probability stays between about 2 and 98 in 100. */
export const LOG_ODDS_MAX = 4

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** How likely the station is open at `now`. Signals from after `now` are not counted. */
export function estimateOpenNow(
  declaredOpen: boolean | undefined,
  signals: readonly OpenSignal[],
  now: Date,
): OpenNow {
  const declared = declaredEvidence(declaredOpen)
  const counted = strongestOfEach(withoutTakenBack(signals), now)
  const fresh = counted.reduce((sum, it) => sum + it.fresh, 0)
  const habit = counted.reduce((sum, it) => sum + it.habit, 0)
  const logOdds = declared.weight + fresh + limit(habit, HABIT_WEIGHT_MAX)
  const probability = 1 / (1 + Math.exp(-limit(logOdds, LOG_ODDS_MAX)))
  const heard = counted.reduce((sum, it) => sum + Math.abs(it.fresh) + Math.abs(it.habit), 0)
  const confidence: OpenConfidence = heard >= 1.5 ? 'good' : heard >= 0.3 ? 'some' : 'declared-only'
  const evidence = [
    declared,
    ...counted.map(({ signal, fresh, habit }) => ({
      kind: signal.kind,
      at: signal.at,
      weight: fresh + habit,
    })),
  ].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  return {
    probability,
    confidence,
    evidence,
    wording: describeOpenNow(probability, confidence, declaredOpen),
  }
}

/** How far a signal can be believed: the plate's code outweighs a position, which a phone can be told. */
export function proofShare({ codeScanned, position }: PresenceProof): number {
  if (position === 'far') return codeScanned ? 0.3 : 0.05
  if (codeScanned) return position === 'near' ? 1 : 0.8
  return position === 'near' ? 0.5 : 0.2
}

interface WeighedSignal {
  readonly signal: OpenSignal
  readonly fresh: number
  readonly habit: number
}

function weigh(signal: OpenSignal, now: Date): WeighedSignal {
  const ageMs = now.getTime() - signal.at.getTime()
  if (ageMs < 0) return { signal, fresh: 0, habit: 0 }
  // A keeper answers for the station and need not stand before it.
  const share = signal.kind.startsWith('keeper') ? 1 : proofShare(signal.proof)
  const full = SIGNAL_WEIGHT[signal.kind] * share
  return {
    signal,
    fresh: full * 0.5 ** (ageMs / HOUR_MS / HALF_LIFE_HOURS),
    habit: isSameTimeOfDay(ageMs) ? full * HABIT_SHARE * 0.5 ** (ageMs / DAY_MS / HABIT_HALF_LIFE_DAYS) : 0,
  }
}

/** On another day, at about this hour. China has one time and no change of clocks, so an age in days tells it. */
function isSameTimeOfDay(ageMs: number): boolean {
  const past = ageMs % DAY_MS
  const withinMs = HABIT_WITHIN_MINUTES * 60_000
  return ageMs > DAY_MS / 2 && (past <= withinMs || DAY_MS - past <= withinMs)
}

/** Who says it is open again takes their own earlier report back. */
function withoutTakenBack(signals: readonly OpenSignal[]): OpenSignal[] {
  const reopened = signals.filter((it) => it.kind === 'reported-reopened' && it.by !== undefined)
  return signals.filter(
    (it) =>
      it.kind !== 'reported-locked' || !reopened.some((later) => later.by === it.by && later.at >= it.at),
  )
}

/** A hundred taps of one thumb are one report. */
function strongestOfEach(signals: readonly OpenSignal[], now: Date): WeighedSignal[] {
  const strongest = new Map<string, WeighedSignal>()
  for (const [index, signal] of signals.entries()) {
    const weighed = weigh(signal, now)
    const size = sizeOf(weighed)
    if (size === 0) continue
    const key = signal.by === undefined ? String(index) : `${signal.by} ${signal.kind}`
    const known = strongest.get(key)
    if (known === undefined || sizeOf(known) < size) strongest.set(key, weighed)
  }
  return [...strongest.values()]
}

const sizeOf = ({ fresh, habit }: WeighedSignal): number => Math.abs(fresh + habit)

function declaredEvidence(declaredOpen: boolean | undefined): OpenEvidence {
  if (declaredOpen === undefined) return { kind: 'hours-unknown', at: null, weight: DECLARED_WEIGHT.unknown }
  return declaredOpen
    ? { kind: 'declared-open', at: null, weight: DECLARED_WEIGHT.open }
    : { kind: 'declared-closed', at: null, weight: DECLARED_WEIGHT.closed }
}

const limit = (value: number, most: number): number => Math.min(most, Math.max(-most, value))
