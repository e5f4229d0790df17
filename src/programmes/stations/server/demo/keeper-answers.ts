import { dayOf, minuteOfDay, startOfDay } from './days.ts'
import type { DemoAnswer, DemoReport, DemoReportKind } from './demo-report.ts'
import type { DemoTrait } from './demo-station.ts'
import type { Random } from './random.ts'
import { answers } from './report-words.ts'

const HOUR = 3600
const DAY = 24 * HOUR

/** Of a hundred reports, how many are answered within a day, and how many later; the rest wait. */
const promptness = { usual: { inTime: 0.872, late: 0.085 }, 'does-not-answer': { inTime: 0.2, late: 0.35 } }

const REOPENED_SHARE = 0.07

/** What became of a report by `end`: nothing that happens later is known. Times are seconds since the epoch. */
export function followUp(
  random: Random,
  kind: DemoReportKind,
  at: number,
  traits: readonly DemoTrait[],
  end: number,
): Pick<DemoReport, 'answer' | 'reopened' | 'state'> {
  const answer = answerTo(random, kind, at, traits)
  if (answer === undefined || answer.at >= end) return { state: 'waiting' }
  const reopenedAt = answer.at + random.whole(HOUR, 2 * DAY)
  const reopens = random.chance(answer.outcome === 'fixed' ? REOPENED_SHARE : 2 * REOPENED_SHARE)
  if (!reopens || reopenedAt >= end) return { answer, state: 'closed' }
  const second = answerTo(random, kind, reopenedAt, traits)
  if (second === undefined || second.at >= end)
    return { answer, reopened: { at: reopenedAt }, state: 'reopened' }
  return { answer, reopened: { at: reopenedAt, second }, state: 'closed' }
}

function answerTo(
  random: Random,
  kind: DemoReportKind,
  at: number,
  traits: readonly DemoTrait[],
): DemoAnswer | undefined {
  const { inTime, late } = promptness[traits.includes('does-not-answer') ? 'does-not-answer' : 'usual']
  const draw = random.unit()
  if (draw >= inTime + late) return undefined
  const outcome = random.weighted(
    ['fixed', 'explained', 'not-found'] as const,
    (each) => outcomeWeights[each],
  )
  return {
    at: draw < inTime ? soon(random, at) : at + random.whole(DAY + HOUR, 8 * DAY),
    outcome,
    text: random.pick(answers[kind][outcome]),
  }
}

const outcomeWeights = { fixed: 80, explained: 13, 'not-found': 7 }

/** Two hours or so; a report of the evening is answered next morning, and all of it within the day. */
function soon(random: Random, at: number): number {
  const delay = Math.round(Math.min(22 * HOUR, 2 * HOUR * Math.exp(0.95 * random.normal())))
  const then = at + delay
  const morning = startOfDay(dayOf(then)) + 7 * HOUR + random.whole(0, HOUR)
  const awake = minuteOfDay(then) < 7 * 60 ? morning : then
  return Math.min(awake, at + DAY - 60)
}
