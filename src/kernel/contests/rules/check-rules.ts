import type { Problem } from '#platform/failures.ts'
import type { ContestRules, RoundRule } from '../shapes.ts'
import { problemsOfDays } from './round-days.ts'

const WEIGHTS_SUM = 100

/** What no single field can say of a contest's rules: sums, order, and names that must be known. */
export function problemsOfRules(rules: ContestRules): Problem[] {
  const last = rules.rounds.length - 1
  return [
    ...timeProblems(rules),
    ...problemsOfDays(rules),
    ...twice(rules.categories, 'rules.categories'),
    ...twice(rules.awards, 'rules.awards'),
    ...rules.rounds.flatMap((round, index) => roundProblems(round, `rules.rounds.${index}`, index === last)),
    ...shrinkProblems(rules.rounds),
    ...tieProblems(rules),
    ...awardProblems(rules),
  ]
}

function timeProblems({ entriesFrom, entriesUntil }: ContestRules): Problem[] {
  if (Date.parse(entriesFrom) < Date.parse(entriesUntil)) return []
  const reason = { zh: '截止时间要晚于开始时间。', en: 'Entries must end after they begin.' }
  return [{ field: 'rules.entriesUntil', code: 'ends-before-it-begins', reason }]
}

function roundProblems(round: RoundRule, field: string, isLast: boolean): Problem[] {
  const found = twice(round.criteria, `${field}.criteria`)
  const sum = round.criteria.reduce((all, { weight }) => all + weight, 0)
  if (sum !== WEIGHTS_SUM) {
    found.push({
      field: `${field}.criteria`,
      code: 'weights',
      reason: { zh: `各项权重合计是${sum}。`, en: `The weights add up to ${sum}.` },
      accepted: { zh: '合计100', en: '100 in all' },
    })
  }
  if (isLast && round.advancing !== null) {
    const reason = { zh: '最后一轮之后没有下一轮，不能填晋级数。', en: 'Nothing follows the last round.' }
    found.push({ field: `${field}.advancing`, code: 'advancing-from-last', reason })
  }
  if (!isLast && round.advancing === null) {
    const reason = { zh: '请填写晋级下一轮的作品数。', en: 'Say how many entries go on to the next round.' }
    found.push({ field: `${field}.advancing`, code: 'advancing-missing', reason })
  }
  return found
}

/** A later round never takes in more than the one before let through. */
function shrinkProblems(rounds: readonly RoundRule[]): Problem[] {
  return rounds.flatMap(({ advancing }, index) => {
    const before = rounds[index - 1]?.advancing ?? null
    if (advancing === null || before === null || advancing < before) return []
    const reason = {
      zh: `上一轮只晋级${before}件，这一轮不能晋级${advancing}件。`,
      en: `Only ${before} come from the round before, so ${advancing} cannot go on.`,
    }
    return [{ field: `rules.rounds.${index}.advancing`, code: 'advancing-too-many', reason }]
  })
}

function tieProblems({ tieCriteria, rounds }: ContestRules): Problem[] {
  const known = new Set(rounds.flatMap(({ criteria }) => criteria.map(({ id }) => id)))
  return tieCriteria
    .filter((id) => !known.has(id))
    .map((id) => ({
      field: 'rules.tieCriteria',
      code: 'unknown-criterion',
      reason: { zh: `没有评分项“${id}”。`, en: `There is no criterion “${id}”.` },
      accepted: { zh: [...known].join('、'), en: [...known].join(', ') },
    }))
}

/** “As many as are left” leaves nothing to an award after it; a unit's points name awards that there are. */
function awardProblems({ awards, organisationPrize }: ContestRules): Problem[] {
  const openEnded = awards.slice(0, -1).flatMap(({ count }, index) => (count === null ? [index] : []))
  const known = awards.map(({ id }) => id)
  const unknown = Object.keys(organisationPrize?.pointsPerAward ?? {}).filter((id) => !known.includes(id))
  return [
    ...openEnded.map((index) => ({
      field: `rules.awards.${index}.count`,
      code: 'award-takes-all',
      reason: { zh: '只有最后一个奖项可以不限名额。', en: 'Only the last award may take all that are left.' },
    })),
    ...unknown.map((id) => ({
      field: 'rules.organisationPrize.pointsPerAward',
      code: 'unknown-award',
      reason: { zh: `没有奖项“${id}”。`, en: `There is no award “${id}”.` },
      accepted: { zh: known.join('、'), en: known.join(', ') },
    })),
  ]
}

function twice(list: readonly { readonly id: string }[], field: string): Problem[] {
  const ids = list.map(({ id }) => id)
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => ({
    field,
    code: 'twice',
    reason: { zh: `代号“${id}”用了两次。`, en: `“${id}” is used twice.` },
  }))
}
