import type { Text } from '#platform/text.ts'

import { OPEN_NOW_TUNING, type OpenNowTuning } from './open-now-tuning.ts'
import { describeOpenNow, type OpenConfidence } from './open-now-wording.ts'
import type { OpenSignal, SignalKind } from './open-signal.ts'
import { limited, weighSignals, type WeighedSignal } from './weigh-signals.ts'

// "Open now" in log-odds, so that each line of evidence can be shown with its weight and the sum checked by hand:
// - what the hours declare and what people found at this hour on other days are counted together, as if the declared
//   hours were some persons who had looked (the mean of a beta distribution): logit = ln(open / locked);
// - what was found in the last hours adds its weight, by proof and freshness, and a later word of the other sign
//   takes most of an earlier one away.

export interface OpenEvidence {
  readonly kind: 'declared-open' | 'declared-closed' | 'hours-unknown' | 'usual' | SignalKind
  /** Null for the declared hours, which hold at any time; of what is usual, the newest of another day, if there is one. */
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

const HALF_A_DAY_MS = 43_200_000
/** All fresh news together: nobody is ever quite sure. */
export const FRESH_MAX = 4.5
/** The probability stays between about 2 and 98 in 100. */
export const LOG_ODDS_MAX = 4

/** How likely the station is open at `now`. Signals from after `now` are not counted. */
export function estimateOpenNow(
  declaredOpen: boolean | undefined,
  signals: readonly OpenSignal[],
  now: Date,
  tuning: OpenNowTuning = OPEN_NOW_TUNING,
): OpenNow {
  const weighed = weighSignals(declaredOpen, signals, now, tuning)
  const declared = declaredEvidence(declaredOpen, tuning)
  const usual = usualEvidence(declaredOpen, weighed, now, tuning)
  const fresh = weighed.reduce((sum, it) => sum + it.fresh, 0)
  const logOdds = declared.weight + (usual?.weight ?? 0) + limited(fresh, FRESH_MAX)
  const probability = 1 / (1 + Math.exp(-limited(logOdds, LOG_ODDS_MAX)))
  const confidence = confidenceOf(weighed)
  const evidence = [declared, ...(usual === undefined ? [] : [usual]), ...freshEvidence(weighed)]
  return {
    probability,
    confidence,
    evidence: evidence.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
    wording: describeOpenNow(probability, confidence, declaredOpen),
  }
}

const shareOf = (declaredOpen: boolean | undefined, { declaredShare }: OpenNowTuning): number =>
  declaredOpen === undefined
    ? declaredShare.unknown
    : declaredOpen
      ? declaredShare.open
      : declaredShare.closed

function declaredEvidence(declaredOpen: boolean | undefined, tuning: OpenNowTuning): OpenEvidence {
  const share = shareOf(declaredOpen, tuning)
  const kind =
    declaredOpen === undefined ? 'hours-unknown' : declaredOpen ? 'declared-open' : 'declared-closed'
  return { kind, at: null, weight: Math.log(share / (1 - share)) }
}

/** What people found at about this hour moves the declared share as so many more persons who looked. */
function usualEvidence(
  declaredOpen: boolean | undefined,
  weighed: readonly WeighedSignal[],
  now: Date,
  tuning: OpenNowTuning,
): OpenEvidence | undefined {
  const share = shareOf(declaredOpen, tuning)
  const [open, locked] = [share * tuning.declaredObservations, (1 - share) * tuning.declaredObservations]
  const seen = weighed.filter(({ usual }) => usual !== 0)
  if (seen.length === 0) return undefined
  const foundOpen = seen.reduce((sum, { usual }) => sum + Math.max(usual, 0), 0)
  const foundLocked = seen.reduce((sum, { usual }) => sum - Math.min(usual, 0), 0)
  return {
    kind: 'usual',
    at: newestOfAnotherDay(seen, now),
    weight: Math.log((open + foundOpen) / (locked + foundLocked)) - Math.log(open / locked),
  }
}

/** What was found in these hours is said by its own line; a habit is what other days show. */
function newestOfAnotherDay(seen: readonly WeighedSignal[], now: Date): Date | null {
  const before = now.getTime() - HALF_A_DAY_MS
  const times = seen.map(({ signal }) => signal.at.getTime()).filter((at) => at <= before)
  return times.length === 0 ? null : new Date(Math.max(...times))
}

const freshEvidence = (weighed: readonly WeighedSignal[]): OpenEvidence[] =>
  weighed.flatMap(({ signal, fresh }) =>
    Math.abs(fresh) < 0.01 ? [] : [{ kind: signal.kind, at: signal.at, weight: fresh }],
  )

/** How much was heard, whatever it said. */
function confidenceOf(weighed: readonly WeighedSignal[]): OpenConfidence {
  const heard = weighed.reduce((sum, { fresh, usual }) => sum + Math.abs(fresh) + Math.abs(usual), 0)
  return heard >= 1.5 ? 'good' : heard >= 0.3 ? 'some' : 'declared-only'
}
