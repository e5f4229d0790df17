import { makeProblem } from '#platform/solver/problem.ts'
import { solve } from '#platform/solver/solve.ts'
import { Failure, type Problem } from '#platform/failures.ts'
import { conflictOf, type JudgedEntry, type PanelJudge } from '../../rules/conflicts.ts'

export type Wish = {
  readonly entries: readonly (JudgedEntry & { readonly label: number; readonly needs: number })[]
  readonly judges: readonly (PanelJudge & { readonly has: number })[]
  /** Pairs that are or were assigned; none is given twice. */
  readonly taken: ReadonlySet<string>
}

export type Plan = {
  readonly pairs: readonly { readonly entryId: string; readonly judgeId: string }[]
  readonly status: 'optimal' | 'cut-off'
  readonly seconds: number
}

/** `short`: entries that would have too few judges; the plan is none as long as there is one. */
export type Trial = Plan & { readonly short: Wish['entries'] }

export const pairOf = (entryId: string, judgeId: string) => `${entryId} ${judgeId}`

const TIME_LIMIT_SECONDS = 30
/** An entry judged too seldom outweighs every imbalance. */
const SHORTAGE_COST = 100_000
const BEYOND_ONE_COST = 50
const EXPLAINED_MAX = 50

/** Refuses with `judges-too-few`, naming the entries and what stands against whom, where not each has its judges. */
export async function assignEntries(wish: Wish): Promise<Plan> {
  const { short, ...plan } = await tryAssignment(wish)
  if (short.length > 0) throw tooFewJudges(short, wish.judges, wish.taken)
  return plan
}

/**
 * Gives each entry exactly the judges it needs, and the judges loads as even as can be: a load beyond the even share
 * costs, and one beyond it by two costs fifty times as much. That each entry has its judges is no wish but a condition; where
 * it cannot be met the answer names the entries. Small costs drawn from the pair itself mix the panels, so that not the
 * same judges sit over the same entries.
 */
export async function tryAssignment({ entries, judges, taken }: Wish): Promise<Trial> {
  const sum = entries.reduce((all, { needs }) => all + needs, 0)
  if (sum === 0) return { pairs: [], status: 'optimal', seconds: 0, short: [] }
  const problem = makeProblem('minimise')
  const pairs: { entryId: string; judgeId: string; variable: number }[] = []
  const ofJudge = new Map<string, number[]>(judges.map(({ id }) => [id, []]))
  const shortages = new Map<number, (typeof entries)[number]>()
  for (const entry of entries) {
    const mine: number[] = []
    for (const judge of judges) {
      if (taken.has(pairOf(entry.id, judge.id)) || conflictOf(judge, entry) !== undefined) continue
      const variable = problem.variable({ cost: mixing(entry.id, judge.id), upper: 1, isWhole: true })
      pairs.push({ entryId: entry.id, judgeId: judge.id, variable })
      ofJudge.get(judge.id)!.push(variable)
      mine.push(variable)
    }
    const shortage = problem.variable({ cost: SHORTAGE_COST, upper: entry.needs })
    shortages.set(shortage, entry)
    problem.row({
      lower: entry.needs,
      upper: entry.needs,
      terms: [...mine, shortage].map((variable) => [variable, 1] as const),
    })
  }
  const loads = judges.reduce((all, { has }) => all + has, 0) + sum
  const even = Math.floor(loads / Math.max(judges.length, 1))
  for (const { id, has } of judges) {
    const one = problem.variable({ cost: 1, upper: 1 })
    const more = problem.variable({ cost: BEYOND_ONE_COST })
    const terms = ofJudge.get(id)!.map((variable) => [variable, 1] as const)
    problem.row({ upper: even - has, terms: [...terms, [one, -1], [more, -1]] })
  }
  const found = await solve(problem, { timeLimitSeconds: TIME_LIMIT_SECONDS })
  if (found.status === 'impossible' || found.status === 'nothing-found') throw notFoundInTime()
  return {
    short: [...shortages].filter(([variable]) => found.values[variable]! > 0.5).map(([, entry]) => entry),
    pairs: pairs.filter(({ variable }) => found.values[variable]! > 0.5),
    status: found.status,
    seconds: found.seconds,
  }
}

/** 0 to 0.001 a pair: what one entry saves by another judge is less than an uneven load costs. */
function mixing(entryId: string, judgeId: string): number {
  let hash = 2_166_136_261
  for (const letter of `${entryId}${judgeId}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619)
  return ((hash >>> 0) % 1_000) / 1_000_000
}

function tooFewJudges(
  short: readonly Wish['entries'][number][],
  judges: Wish['judges'],
  taken: ReadonlySet<string>,
): Failure {
  const problems = short.slice(0, EXPLAINED_MAX).map((entry): Problem => {
    const why = judges.map((judge) => conflictOf(judge, entry))
    const count = (kind: string) => why.filter((one) => one === kind).length
    const earlier = judges.filter((judge) => taken.has(pairOf(entry.id, judge.id))).length
    const free = judges.filter(
      (judge, index) => why[index] === undefined && !taken.has(pairOf(entry.id, judge.id)),
    ).length
    const against = [
      { count: count('same-unit'), zh: '同单位', en: 'same unit' },
      { count: count('own-entry'), zh: '本人作品', en: 'own entry' },
      { count: count('kin'), zh: '亲属', en: 'kin' },
      { count: earlier, zh: '已派过', en: 'had it already' },
    ].filter((one) => one.count > 0)
    const zh = against.map((one) => `${one.zh}${one.count}位`).join('、')
    const en = against.map((one) => `${one.en} ${one.count}`).join(', ')
    return {
      field: `entry ${entry.label}`,
      code: 'judges-too-few',
      reason: {
        zh: `${entry.label}号作品还要${entry.needs}位评委，可用${free}位${zh && `（回避：${zh}）`}。`,
        en: `Entry ${entry.label} needs ${entry.needs} more judges and ${free} may judge it${en && ` (${en})`}.`,
      },
      accepted: { zh: '增聘没有利害关系的评委', en: 'judges without a conflict, added to the panel' },
    }
  })
  return new Failure(
    422,
    'judges-too-few',
    {
      zh: `有${short.length}件作品派不够评委，没有派任何一件。`,
      en: `${short.length} entries cannot have enough judges; nothing was assigned.`,
    },
    problems,
  )
}

const notFoundInTime = () =>
  new Failure(503, 'no-assignment-found', {
    zh: '规定时间内没有算出分派方案，请稍后再试。',
    en: 'No assignment was found in time; try again later.',
  })
