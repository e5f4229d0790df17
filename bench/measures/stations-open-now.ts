import type { Measure } from '../harness/measure.ts'
import { rounded } from '../harness/result.ts'
import { brier, calibrationError, reliability, type Forecast } from '../open-now/score.ts'
import {
  forecastByBestHours,
  forecastByHours,
  forecastByRule,
  questionsOf,
  worlds,
} from '../open-now/worlds.ts'

/** Never those of `open-now/tune.ts`. */
const SEEDS = [11, 12, 13, 14]
const STATIONS = 300

/**
 * "Open now" on simulated doors: the rule against the declared hours at their best, by Brier score (ratio: theirs ÷
 * ours, above one is better), with the table of what was said and what was so.
 */
export const stationsOpenNow: Measure = {
  names: worlds.map((_, index) => nameOf(index)),
  run: async (bench) =>
    worlds.map((world, index) => {
      bench.say(`doors, ${world.id}`)
      const questions = SEEDS.flatMap((seed) => questionsOf(world, seed, STATIONS))
      const rule = forecastByRule(questions)
      const best = brier(forecastByBestHours(questions))
      const onTheDoor = brier(forecastByHours(questions))
      bench.say(tableOf(rule))
      return {
        name: nameOf(index),
        value: rounded(brier(rule), 4),
        unit: 'Brier',
        against: `${rounded(best, 4)}, the declared hours at their best (as they stand: ${rounded(onTheDoor, 4)})`,
        ratio: rounded(best / brier(rule)),
        target: 1,
        note: `${world.id}: ${questions.length} questions, ${rounded(signalsAWeek(questions), 2)} signals a station and week; calibration error ${rounded(calibrationError(rule), 2)}, of the hours as they stand ${rounded(calibrationError(forecastByHours(questions)), 2)}`,
      }
    }),
}

function nameOf(index: number): string {
  return `stations-open-now.${['normal', 'two-signals', 'false-reports'][index]!}`
}

/** Six weeks are remembered. */
const signalsAWeek = (questions: ReturnType<typeof questionsOf>) =>
  questions.reduce((sum, { signals }) => sum + signals.length, 0) / questions.length / 6

const tableOf = (forecasts: readonly Forecast[]): string =>
  [
    'said   was    times',
    ...reliability(forecasts).map(
      ({ said, was, count }) => `    ${said.toFixed(2)}   ${was.toFixed(2)}   ${count}`,
    ),
  ].join('\n')
