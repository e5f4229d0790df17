import { randomFrom } from '../harness/random.ts'
import { MINUTES_A_DAY, type Truth } from './simulate-stations.ts'

/** What came in about one station, as a platform would have heard it. */
export type Heard = {
  readonly minute: number
  readonly kind: 'used' | 'found-locked' | 'found-open-again' | 'keeper-says-open'
  /** How well it was shown that the person stood there. */
  readonly shown: 'code-and-near' | 'code' | 'near' | 'nothing' | 'far'
  readonly by: string | null
}

export type World = {
  readonly id: string
  /** Passers-by who come to the door, a week; about half of them leave a sign. */
  readonly comersAWeek: (random: () => number) => number
  /** Of the reports of a locked door, how many are made up: from a sofa, out of spite, or at the wrong door. */
  readonly falseShare: number
}

/** Visits by hour of the day: street cleaners early, couriers at noon and in the evening. */
const RHYTHM = [1, 1, 1, 1, 2, 5, 9, 12, 10, 8, 8, 12, 16, 12, 9, 8, 9, 11, 11, 8, 6, 4, 2, 1]
const RHYTHM_SUM = RHYTHM.reduce((sum, one) => sum + one, 0)

const LEAVES_CHECK_IN = 0.55
const LEAVES_REPORT = 0.4

export function simulateSignals(truth: Truth, seed: number, days: number, world: World): Heard[] {
  const random = randomFrom(seed)
  const comers = world.comersAWeek(random)
  const heard: Heard[] = []
  for (let day = 0; day < days; day++)
    for (let hour = 0; hour < 24; hour++) {
      const expected = (comers / 7) * (RHYTHM[hour]! / RHYTHM_SUM)
      for (let left = expected; left > 0; left--)
        if (random() < Math.min(left, 1)) {
          const minute = day * MINUTES_A_DAY + hour * 60 + Math.floor(random() * 60)
          heard.push(...comes(truth, minute, random))
        }
    }
  return [...heard, ...madeUp(truth, heard, random, days, world.falseShare)].sort(
    (a, b) => a.minute - b.minute,
  )
}

/** Somebody comes to the door; who sees that it should be closed mostly does not. */
function comes(truth: Truth, minute: number, random: () => number): Heard[] {
  if (!truth.isDeclaredOpen(minute) && random() < 0.8) return []
  const by = random() < 0.9 ? `visitor-${Math.floor(random() ** 2 * 40)}` : null
  if (truth.isOpen(minute))
    return random() < LEAVES_CHECK_IN ? [{ minute, kind: 'used', shown: shownInside(random), by }] : []
  if (!truth.isDeclaredOpen(minute) || random() >= LEAVES_REPORT) return []
  const report: Heard = { minute, kind: 'found-locked', shown: shownOutside(random), by }
  return [report, ...keeperAnswers(truth, minute, random), ...comesBack(truth, report, random)]
}

function keeperAnswers(truth: Truth, minute: number, random: () => number): Heard[] {
  if (truth.answersWithinMinutes === null || random() < 0.2) return []
  const at = minute + Math.round(truth.answersWithinMinutes * (0.5 + random()))
  const says = truth.isOpen(at) || random() < truth.liesShare
  return says ? [{ minute: at, kind: 'keeper-says-open', shown: 'nothing', by: null }] : []
}

function comesBack(truth: Truth, { by, shown, minute }: Heard, random: () => number): Heard[] {
  const at = minute + 20 + Math.floor(random() * 120)
  if (by === null || random() > 0.15 || !truth.isOpen(at)) return []
  return [{ minute: at, kind: 'found-open-again', shown, by }]
}

function shownInside(random: () => number): Heard['shown'] {
  const drawn = random()
  return drawn < 0.6 ? 'code-and-near' : drawn < 0.85 ? 'code' : drawn < 0.97 ? 'near' : 'nothing'
}

function shownOutside(random: () => number): Heard['shown'] {
  const drawn = random()
  return drawn < 0.45 ? 'code-and-near' : drawn < 0.65 ? 'code' : drawn < 0.9 ? 'near' : 'nothing'
}

/** Reports that nobody had cause to make: a third by people who do stand there. */
function madeUp(
  truth: Truth,
  heard: readonly Heard[],
  random: () => number,
  days: number,
  share: number,
): Heard[] {
  const honest = heard.filter(({ kind }) => kind === 'found-locked').length
  // At stations where hardly anybody has cause to complain, somebody does all the same.
  const count = poisson(random, (share / (1 - share)) * (honest + (share > 0 ? days / 14 : 0)))
  return Array.from({ length: count }, () => {
    const minute = Math.floor(random() * days * MINUTES_A_DAY)
    const drawn = random()
    return {
      minute,
      kind: 'found-locked' as const,
      shown:
        drawn < 0.15
          ? ('code-and-near' as const)
          : drawn < 0.33
            ? ('near' as const)
            : drawn < 0.7
              ? ('nothing' as const)
              : ('far' as const),
      by: `spiteful-${Math.floor(random() * 5)}`,
    }
  }).filter(({ minute }) => truth.isDeclaredOpen(minute))
}

function poisson(random: () => number, mean: number): number {
  let [count, product] = [0, random()]
  for (const limit = Math.exp(-mean); product > limit; product *= random()) count++
  return count
}
