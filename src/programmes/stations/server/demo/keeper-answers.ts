import { dayOf, minuteOfDay, startOfDay } from './days.ts'
import type { DemoAnswerKind, DemoReport, DemoReportEvent, DemoReportKind } from './demo-report.ts'
import type { DemoTrait } from './demo-station.ts'
import type { Random } from './random.ts'
import { answersTo, complaintsAgain } from './report-words.ts'

const HOUR = 3600
const DAY = 24 * HOUR

/** Of a hundred reports, how many are answered within a day, and how many within nine; the rest once the county asks: at most 24 days wait. */
const promptness = { usual: { inTime: 0.884, late: 0.085 }, 'does-not-answer': { inTime: 0.2, late: 0.35 } }

const REOPENED_SHARE = 0.08
const SETTLED_SHARE = 0.55

export type ReportedFact = Pick<DemoReport, 'kind' | 'at'> & { readonly traits: readonly DemoTrait[] }

/** What became of a report by `end` (seconds since the epoch): nothing that happens later is known. */
export function followUp(
  random: Random,
  fact: ReportedFact,
  end: number,
): Pick<DemoReport, 'events' | 'state'> {
  const events = story(random, fact).filter(({ at }) => at < end)
  return { events, state: events.at(-1)?.kind ?? 'open' }
}

function story(random: Random, fact: ReportedFact): DemoReportEvent[] {
  const answer = answerTo(random, fact)
  const later = answer.at + random.whole(HOUR, 2 * DAY)
  if (random.chance(REOPENED_SHARE)) {
    const second = answerTo(random, { ...fact, at: later })
    const reopened = { kind: 'reopened' as const, at: later, words: random.pick(complaintsAgain) }
    return [answer, reopened, second]
  }
  return random.chance(SETTLED_SHARE) ? [answer, { kind: 'settled', at: later, words: '' }] : [answer]
}

type Answered = Extract<DemoReportEvent, { kind: 'answered' }>

function answerTo(random: Random, { kind, at, traits }: ReportedFact): Answered {
  const { inTime, late } = promptness[traits.includes('does-not-answer') ? 'does-not-answer' : 'usual']
  const draw = random.unit()
  const answer = random.weighted(kindsOfAnswer(kind), ([, weight]) => weight)[0]
  return {
    kind: 'answered',
    at: answeredAt(random, at, draw, inTime, inTime + late),
    answer,
    words: random.pick(answersTo(kind, answer)),
  }
}

function answeredAt(random: Random, at: number, draw: number, inTime: number, unasked: number): number {
  if (draw < inTime) return soon(random, at)
  return at + (draw < unasked ? random.whole(DAY + HOUR, 8 * DAY) : random.whole(9 * DAY, 24 * DAY))
}

function kindsOfAnswer(kind: DemoReportKind): (readonly [DemoAnswerKind, number])[] {
  if (kind === 'locked')
    return [['opened', 62] as const, ['was-open', 14] as const, ['will-fix', 24] as const]
  return [['fixed', 74] as const, ['will-fix', 18] as const, ['not-so', 8] as const]
}

/** Two hours or so; a report of the evening is answered next morning, and all of it within the day. */
function soon(random: Random, at: number): number {
  const delay = Math.round(Math.min(22 * HOUR, 2 * HOUR * Math.exp(0.95 * random.normal())))
  const then = at + delay
  const morning = startOfDay(dayOf(then)) + 7 * HOUR + random.whole(0, HOUR)
  const awake = minuteOfDay(then) < 7 * 60 ? morning : then
  return Math.min(awake, at + DAY - 60)
}
