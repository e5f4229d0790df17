import { rank, type Points } from '#kernel/contests/rules/rank.ts'
import { templates } from '#kernel/contests/rules/templates.ts'
import type { Bench } from '../harness/bench.ts'
import type { Measure } from '../harness/measure.ts'
import { rounded, type Result } from '../harness/result.ts'

const ENTRIES = 10_000
const JUDGES = 7
/** What whoever closes a round may wait for its ranking. */
const LIMIT_SECONDS = 5

const { rounds, tieCriteria } = templates.reading
const final = rounds.at(-1)!

/** 10,000 entries with seven sheets each ranked exactly, and beside it by floating point, which cannot tell all ties. */
export const contestsResult: Measure = {
  names: ['contests.result'],
  run: async (bench) => [measure(bench)],
}

function measure(bench: Bench): Result {
  bench.say('ten thousand entries with seven sheets each')
  const random = numbersFrom(24)
  const pointsOf = (): Points =>
    Object.fromEntries(final.criteria.map(({ id }) => [id, 6_000 + 50 * Math.floor(random() * 80)]))
  const sheets = new Map(
    Array.from({ length: ENTRIES }, (_, no) => [no + 1, Array.from({ length: JUDGES }, pointsOf)] as const),
  )
  const started = performance.now()
  const exact = rank(final, tieCriteria, sheets)
  const seconds = (performance.now() - started) / 1000
  const begun = performance.now()
  const floating = rankByFloatingPoint(sheets)
  const floatingSeconds = (performance.now() - begun) / 1000
  const otherwise = exact.filter((one) => floating.get(one.entry) !== one.rank).length
  return {
    name: 'contests.result',
    value: rounded(seconds),
    unit: 's',
    against: `${LIMIT_SECONDS} s, what a close may take; floating point ${rounded(floatingSeconds)} s`,
    ratio: rounded(LIMIT_SECONDS / seconds),
    target: 1,
    note: `${ENTRIES * JUDGES} sheets; ${otherwise} entries have another rank by floating point, ${rounded(seconds / floatingSeconds)} times its time`,
  }
}

/** The same rules as anybody would write them down: trimmed means of totals, then of the tie criteria. */
function rankByFloatingPoint(sheets: ReadonlyMap<number, readonly Points[]>): Map<number, number> {
  const mean = (values: readonly number[]) => {
    const kept = values.toSorted((a, b) => a - b).slice(1, -1)
    return kept.reduce((all, one) => all + one, 0) / kept.length
  }
  const total = (points: Points) =>
    final.criteria.reduce((all, { id, weight, pointsMax }) => all + (weight * points[id]!) / pointsMax, 0)
  const keyed = [...sheets].map(([entry, all]) => {
    const ties = tieCriteria.map((id) => mean(all.map((points) => points[id]!)))
    return { entry, keys: [mean(all.map(total)), ...ties] }
  })
  const order = (a: readonly number[], b: readonly number[]) =>
    a.map((key, index) => b[index]! - key).find((difference) => difference !== 0) ?? 0
  keyed.sort((a, b) => order(a.keys, b.keys) || a.entry - b.entry)
  const ranks = new Map<number, number>()
  let standing = 1
  for (const [index, { entry, keys }] of keyed.entries()) {
    if (index > 0 && order(keyed[index - 1]!.keys, keys) !== 0) standing = index + 1
    ranks.set(entry, standing)
  }
  return ranks
}

/** Numbers that only look like chance: every run ranks the same scores. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}
