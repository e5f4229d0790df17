import type { SignalKind } from './open-signal.ts'

/** The numbers of the rule. Found on simulated stations, see decision record 0020; one set for every city. */
export interface OpenNowTuning {
  /** How often a door is open where the hours say open, where they say closed, and where there are none. */
  readonly declaredShare: { readonly open: number; readonly closed: number; readonly unknown: number }
  /** The declared hours count as much as so many persons who looked. */
  readonly declaredObservations: number
  /** In log-odds, of what was found just now by somebody who proved to be there. Above zero speaks for open. */
  readonly freshWeight: Readonly<Record<SignalKind, number>>
  readonly freshHalfLifeHours: number
  /** A later word of the other sign takes so much of an earlier one away: the door has changed, or the first was wrong. */
  readonly supersededShare: number
  /** How many persons who looked one signal stands for, in what is usual at this hour. */
  readonly usualOpen: number
  readonly usualLocked: number
  readonly usualHalfLifeDays: number
  /** A signal one such span of the clock away says about six tenths as much. */
  readonly usualMinutes: number
  /** A workday says so much about a day of rest, and the other way round. */
  readonly otherKindOfDay: number
  /** What was found while the hours said the other thing than they say now says so much. */
  readonly outOfHours: number
  /** What was found at any other hour says so much: some stations are simply not kept. */
  readonly anyHour: number
}

export const OPEN_NOW_TUNING: OpenNowTuning = {
  declaredShare: { open: 0.93, closed: 0.02, unknown: 0.5 },
  declaredObservations: 2.5,
  freshWeight: {
    'check-in': 2.8,
    'reported-locked': -3.5,
    'reported-reopened': 4,
    'keeper-said-open': 3,
    'keeper-said-closed': -3.5,
  },
  freshHalfLifeHours: 5.85,
  supersededShare: 0.75,
  usualOpen: 0.46,
  usualLocked: 1.5,
  usualHalfLifeDays: 42,
  usualMinutes: 82.6,
  otherKindOfDay: 0.0875,
  outOfHours: 0.0107,
  anyHour: 0.0843,
}
