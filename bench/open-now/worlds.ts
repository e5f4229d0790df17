import { estimateOpenNow } from '#programmes/stations/rules/open-now.ts'
import { type OpenSignal } from '#programmes/stations/rules/open-signal.ts'
import type { OpenNowTuning } from '#programmes/stations/rules/open-now-tuning.ts'
import { randomFrom } from '../harness/random.ts'
import type { Forecast } from './score.ts'
import { simulateSignals, type Heard, type World } from './simulate-signals.ts'
import { MINUTES_A_DAY, simulateStation } from './simulate-stations.ts'

/** Half of the comers leave a sign, so four comers a week are about two signals. */
export const worlds: readonly World[] = [
  { id: 'normal', comersAWeek: (random) => 8 * 10 ** random(), falseShare: 0 },
  { id: 'two signals a week', comersAWeek: () => 4.6, falseShare: 0 },
  { id: '10 % false reports', comersAWeek: (random) => 8 * 10 ** random(), falseShare: 0.1 },
]

export type Question = {
  readonly declaredOpen: boolean
  readonly signals: readonly OpenSignal[]
  readonly now: Date
  readonly isOpen: boolean
}

const DAYS = 63
/** Questions come from the last three weeks, after six in which the rule could learn. */
const ASKED_FROM_DAY = 42
const QUESTIONS_A_STATION = 40
/** What the platform remembers (`SIGNAL_DAYS`). */
const REMEMBERED_DAYS = 42
/** A Monday's midnight in the city. */
const EPOCH = new Date('2026-06-01T00:00:00+08:00').getTime()

const instantOf = (minute: number) => new Date(EPOCH + minute * 60_000)

/** What people would ask of `stations` stations between six in the morning and ten at night. */
export function questionsOf(world: World, seed: number, stations: number): Question[] {
  return Array.from({ length: stations }, (_, number) => {
    const own = seed * 100_003 + number * 17
    const truth = simulateStation(own, DAYS)
    const heard = simulateSignals(truth, own + 1, DAYS, world)
    const random = randomFrom(own + 2)
    return Array.from({ length: QUESTIONS_A_STATION }, () => {
      const day = ASKED_FROM_DAY + Math.floor(random() * (DAYS - ASKED_FROM_DAY))
      const minute = day * MINUTES_A_DAY + 360 + Math.floor(random() * 960)
      return {
        declaredOpen: truth.isDeclaredOpen(minute),
        isOpen: truth.isOpen(minute),
        now: instantOf(minute),
        signals: heard
          .filter((one) => one.minute <= minute && one.minute > minute - REMEMBERED_DAYS * MINUTES_A_DAY)
          .map((one) => ({ ...signalOf(one), declaredOpen: truth.isDeclaredOpen(one.minute) })),
      }
    })
  }).flat()
}

export const forecastByRule = (questions: readonly Question[], tuning?: OpenNowTuning): Forecast[] =>
  questions.map(({ declaredOpen, signals, now, isOpen }) => ({
    probability: estimateOpenNow(declaredOpen, signals, now, tuning).probability,
    isOpen,
  }))

/** The declared hours as they stand on the door: yes or no. */
export const forecastByHours = (questions: readonly Question[]): Forecast[] =>
  questions.map(({ declaredOpen, isOpen }) => ({ probability: declaredOpen ? 1 : 0, isOpen }))

/**
 * The declared hours at their best: whoever knows how often a door is open in and out of its hours says that share.
 * Learned on these very questions, which flatters it: no forecast from the hours alone can score better.
 */
export function forecastByBestHours(questions: readonly Question[]): Forecast[] {
  const share = (declared: boolean) => {
    const those = questions.filter(({ declaredOpen }) => declaredOpen === declared)
    return those.filter(({ isOpen }) => isOpen).length / Math.max(those.length, 1)
  }
  const shares = { open: share(true), closed: share(false) }
  return questions.map(({ declaredOpen, isOpen }) => ({
    probability: declaredOpen ? shares.open : shares.closed,
    isOpen,
  }))
}

const KINDS = {
  used: 'check-in',
  'found-locked': 'reported-locked',
  'found-open-again': 'reported-reopened',
  'keeper-says-open': 'keeper-said-open',
} as const

const PROOFS = {
  'code-and-near': { codeScanned: true, position: 'near' },
  code: { codeScanned: true, position: 'not-given' },
  near: { codeScanned: false, position: 'near' },
  nothing: { codeScanned: false, position: 'not-given' },
  far: { codeScanned: false, position: 'far' },
} as const

const signalOf = ({ minute, kind, shown, by }: Heard): OpenSignal => ({
  kind: KINDS[kind],
  at: instantOf(minute),
  proof: PROOFS[shown],
  ...(by === null ? {} : { by }),
})
