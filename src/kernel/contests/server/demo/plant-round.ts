import { randomBytes } from 'node:crypto'
import { newId } from '#platform/ids.ts'
import { commitmentOf } from '../../rules/commitment.ts'
import type { Points } from '../../rules/rank.ts'
import type { ContestRules, RoundRule } from '../../shapes.ts'
import { insertRows } from '../insert-rows.ts'
import { newRoundKeys, sealDraft, sealerOf } from '../judging/sealing.ts'
import { decideTie } from '../results/read-results.ts'
import { closeRound } from '../results/close-round.ts'
import { fillOf } from '../results/fill-of.ts'
import { actingAs, daysBefore, type DemoCast } from './cast.ts'
import type { DemoEntry } from './plant-entries.ts'

export type DemoJudge = {
  readonly id: string
  readonly no: number
  /** Points above or below the others. */ readonly leaning: number
}

type Wish = {
  readonly contestId: string
  readonly rules: ContestRules
  readonly no: number
  readonly entries: readonly DemoEntry[]
  readonly judges: readonly DemoJudge[]
  readonly openedDaysAgo: number
  /** Left out: the round is open, and this judge has not handed in the last few. */
  readonly closedDaysAgo?: number
  readonly lateJudge?: DemoJudge
}

const SHEETS_LEFT = 5
const DRAFTS = 2

/**
 * A round with lots, an even assignment and sheets that are really sealed to the round's key. Closing opens them as any
 * round is closed. Answers the entries that go on.
 */
export async function plantRound(cast: DemoCast, wish: Wish): Promise<DemoEntry[]> {
  const rule = wish.rules.rounds[wish.no - 1]!
  const id = newId()
  const keys = newRoundKeys(cast.ctx.config.keys)
  const tasks = dealt(wish, rule)
  await plantRoundRow(cast, wish, { id, rule, keys, sheets: tasks.length })
  await insertRows(
    cast.ctx,
    'contests.round_entry',
    wish.entries.map((entry, index) => ({ round_id: id, entry_id: entry.id, label: index + 1 })),
  )
  await insertRows(
    cast.ctx,
    'contests.assignment',
    tasks.map((task) => ({
      id: task.id,
      round_id: id,
      entry_id: task.entry.id,
      judge_id: task.judge.id,
      ended_at: null,
      ended_reason: null,
    })),
  )
  const late = tasks.filter(({ judge }) => judge === wish.lateJudge).slice(-SHEETS_LEFT)
  const seal = sealerOf(keys.publicKey)
  const submitted_at = daysBefore(cast, (wish.closedDaysAgo ?? 0) + 1)
  await insertRows(
    cast.ctx,
    'contests.sheet',
    tasks
      .filter((task) => !late.includes(task))
      .map((task) => {
        const points = scored(cast, rule, task)
        const nonce = randomBytes(32).toString('hex')
        const sheet = { roundId: id, entry: task.label, judge: task.judge.no, points, nonce }
        return {
          assignment_id: task.id,
          sealed: seal(task.id, { points, nonce }),
          commitment: commitmentOf(sheet),
          submitted_at,
        }
      }),
  )
  await insertRows(
    cast.ctx,
    'contests.draft',
    late.slice(0, DRAFTS).map((task) => ({
      assignment_id: task.id,
      sealed: sealDraft(cast.ctx.config.keys, task.id, scored(cast, rule, task)),
      saved_at: submitted_at,
    })),
  )
  return wish.closedDaysAgo === undefined ? [] : close(cast, wish, id)
}

const plantRoundRow = (
  cast: DemoCast,
  { contestId, no, rules, entries, judges, openedDaysAgo }: Wish,
  {
    id,
    rule,
    keys,
    sheets,
  }: { id: string; rule: RoundRule; keys: ReturnType<typeof newRoundKeys>; sheets: number },
) =>
  insertRows(cast.ctx, 'contests.round', [
    {
      id,
      contest_id: contestId,
      no,
      rule: JSON.stringify(rule),
      tie_criteria: JSON.stringify(rules.tieCriteria),
      public_key: keys.publicKey,
      private_key_sealed: keys.privateKeySealed,
      assignment: JSON.stringify({
        entries: entries.length,
        judges: judges.length,
        sheets,
        most: Math.ceil(sheets / judges.length),
        fewest: Math.floor(sheets / judges.length),
        status: 'optimal',
        seconds: 0,
      }),
      opened_at: daysBefore(cast, openedDaysAgo),
      closed_at: null,
      list_digest: null,
    },
  ])

type Task = {
  readonly id: string
  readonly label: number
  readonly entry: DemoEntry
  readonly judge: DemoJudge
}

/** Steps that have no divisor in common with ten judges, so that each block of ten entries loads all of them alike. */
const STEPS = [1, 3, 7, 9]

function dealt({ entries, judges }: Wish, { judgesPerEntry }: RoundRule): Task[] {
  return entries.flatMap((entry, index) => {
    const step = STEPS[Math.floor(index / judges.length) % STEPS.length]!
    return Array.from({ length: judgesPerEntry }, (_, seat) => ({
      id: newId(),
      label: index + 1,
      entry,
      judge: judges[(index + seat * step) % judges.length]!,
    }))
  })
}

/** In half points, as judges write them. */
function scored({ random }: DemoCast, rule: RoundRule, { entry, judge }: Task): Points {
  return Object.fromEntries(
    rule.criteria.map(({ id, pointsMax }) => {
      const found = entry.quality + judge.leaning + (random() + random() - 1) * 5
      return [id, Math.max(0, Math.min(pointsMax, Math.round(found * 2) * 50))]
    }),
  )
}

async function close(cast: DemoCast, wish: Wish, id: string): Promise<DemoEntry[]> {
  const ctx = actingAs(cast, cast.decider, wish.closedDaysAgo!)
  await closeRound(ctx, { id })
  const { undecided } = await fillOf(ctx, id)
  for (const { entryIds } of undecided)
    await decideTie(ctx, { roundId: id, entryIds: [...entryIds], reason: '评委会合议后排定先后' })
  const going = new Set(
    (await fillOf(ctx, id)).rows.filter(({ given }) => given !== null).map((row) => row.entryId),
  )
  return wish.entries.filter((entry) => going.has(entry.id))
}
