import { OPEN_NOW_TUNING, type OpenNowTuning } from '#programmes/stations/rules/open-now-tuning.ts'
import { brier } from './score.ts'
import { forecastByBestHours, forecastByRule, questionsOf, worlds } from './worlds.ts'

// Run by hand when the rule's shape changes: `node bench/open-now/tune.ts`. Walks over the numbers one by one, keeps what
// lowers the mean Brier score over the three worlds on the seeds for tuning (the measure reports on others), and prints.

const TUNING_SEEDS = [1, 2]
const STATIONS = 100
const ROUNDS = 1

const sets = worlds.map((world) => TUNING_SEEDS.flatMap((seed) => questionsOf(world, seed, STATIONS)))
const baselines = sets.map((set) => brier(forecastByBestHours(set)))

/** Below one is better than the hours at their best; each world counts the same. */
const lossOf = (tuning: OpenNowTuning): number =>
  sets.reduce((sum, set, index) => sum + brier(forecastByRule(set, tuning)) / baselines[index]!, 0) /
  sets.length

type Numbers = { [key: string]: number | Numbers }

const pathsOf = (numbers: Numbers, before: string[] = []): string[][] =>
  Object.entries(numbers).flatMap(([key, value]) =>
    typeof value === 'number' ? [[...before, key]] : pathsOf(value, [...before, key]),
  )

function changed(
  numbers: Numbers,
  [key, ...rest]: readonly string[],
  by: (value: number) => number,
): Numbers {
  const value = numbers[key!]!
  return { ...numbers, [key!]: typeof value === 'number' ? by(value) : changed(value, rest, by) }
}

/**
 * What stays within bounds whatever the simulated doors like: a station of which nothing was heard must not be called
 * surer than rosters are, a keeper's answer must restore, and nobody remembers longer than the platform does.
 */
const BOUNDS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  'declaredShare.open': [0.8, 0.93],
  'declaredShare.closed': [0.02, 0.1],
  'declaredShare.unknown': [0.5, 0.5],
  // One report, however well proved, is one person's word: the hours weigh as much as some.
  declaredObservations: [2.5, 8],
  'freshWeight.check-in': [1, 4],
  'freshWeight.reported-locked': [-3.5, -1],
  'freshWeight.reported-reopened': [1, 5],
  'freshWeight.keeper-said-open': [3, 5],
  'freshWeight.keeper-said-closed': [-3.5, -3.5],
  freshHalfLifeHours: [1, 6],
  supersededShare: [0.75, 0.95],
  usualLocked: [0.3, 1.5],
  usualHalfLifeDays: [7, 42],
  otherKindOfDay: [0.05, 1],
  outOfHours: [0, 1],
  anyHour: [0, 0.5],
}

function bounded(path: readonly string[], value: number): number {
  const [least, most] = BOUNDS[path.join('.')] ?? [0, Infinity]
  return Math.min(most, Math.max(least, Number(value.toPrecision(3))))
}

let best = OPEN_NOW_TUNING as unknown as Numbers
let loss = lossOf(OPEN_NOW_TUNING)
process.stdout.write(`start ${loss.toFixed(5)}\n`)
for (let round = 0; round < ROUNDS; round++)
  for (const path of pathsOf(best))
    for (const factor of [0.7, 0.85, 1.18, 1.4]) {
      const tried = changed(best, path, (value) => bounded(path, value * factor))
      const triedLoss = lossOf(tried as unknown as OpenNowTuning)
      if (triedLoss < loss - 1e-5) [best, loss] = [tried, triedLoss]
    }
process.stdout.write(`${loss.toFixed(5)}\n${JSON.stringify(best, null, 2)}\n`)
