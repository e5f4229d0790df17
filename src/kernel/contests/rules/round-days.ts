import { addDays, cityDay } from '#platform/city-time.ts'
import type { Problem } from '#platform/failures.ts'
import type { ContestRules, RoundRule } from '../shapes.ts'

type Days = NonNullable<RoundRule['judging']>

/** A round begins once entries are in and the round before it is over, and ends no sooner than it begins. */
export function problemsOfDays({ entriesUntil, rounds }: ContestRules): Problem[] {
  return rounds.flatMap(({ judging }, index) => {
    if (judging === null) return []
    const field = `rules.rounds.${index}.judging`
    const found: Problem[] = []
    if (judging.until < judging.from)
      found.push({ field: `${field}.until`, code: 'ends-before-it-begins', ...words.order })
    if (judging.from < cityDay(entriesUntil))
      found.push({ field: `${field}.from`, code: 'begins-before-entries-end', ...words.entries })
    const before = rounds.slice(0, index).findLast((round) => round.judging !== null)
    if (before !== undefined && judging.from < before.judging!.until)
      found.push({ field: `${field}.from`, code: 'begins-before-round-ends', ...words.round(before.name) })
    return found
  })
}

const words = {
  order: { reason: { zh: '评审结束不能早于开始。', en: 'Judging cannot end before it begins.' } },
  entries: {
    reason: { zh: '报名截止之后才能开始评审。', en: 'Judging begins after entries end.' },
    accepted: { zh: '报名截止当天或以后', en: 'the day on which entries end, or later' },
  },
  round: (name: string) => ({
    reason: { zh: `要等“${name}”评完才能开始。`, en: `“${name}” must be over first.` },
    accepted: { zh: `“${name}”结束当天或以后`, en: `the last day of “${name}”, or later` },
  }),
}

const GAP_DAYS = 3
const ROUND_DAYS = 14

/** Two weeks that begin three days after `before`, a day or a moment. */
export function usualDays(before: string): Days {
  const from = addDays(cityDay(before), GAP_DAYS)
  return { from, until: addDays(from, ROUND_DAYS - 1) }
}

/** Days for each round, one after another: where an organiser begins. */
export function withUsualDays(entriesUntil: string, rounds: readonly RoundRule[]): RoundRule[] {
  let before = entriesUntil
  return rounds.map((round) => {
    const judging = usualDays(before)
    before = judging.until
    return { ...round, judging }
  })
}

export type Timeliness = 'not-yet' | 'in-time' | 'late-to-begin' | 'late-to-end' | 'unsaid'

/** How a round that has not begun, or is being judged, stands to its days; `today` on the city's calendar. */
export function timelinessOf(
  judging: RoundRule['judging'],
  state: 'to-come' | 'judging',
  today: string,
): Timeliness {
  if (judging === null) return 'unsaid'
  if (state === 'judging') return today > judging.until ? 'late-to-end' : 'in-time'
  if (today < judging.from) return 'not-yet'
  return today > judging.from ? 'late-to-begin' : 'in-time'
}
