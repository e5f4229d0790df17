import { randomInt } from 'node:crypto'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { databaseNow, lockContest } from '../find-contest.ts'
import { insertRows } from '../insert-rows.ts'
import { tables, type Assigned } from '../tables.ts'
import { assignEntries } from './assign-entries.ts'
import { candidatesOf } from './candidates.ts'
import { readPanel, readCandidates } from './panel.ts'
import { newRoundKeys } from './sealing.ts'

/** Draws lots for the entries of a round and gives them to the panel; refused whole where it cannot be done. */
export const openRound: Handler<typeof contests.openRound> = async (ctx, { contestId, no }) => {
  const contest = await lockContest(ctx, contestId)
  await requireAt(ctx, 'contests.run', contest.organisationId)
  const rule = contest.rules.rounds[no - 1]
  if (contest.state === 'draft' || rule === undefined) throw noSuchRound()
  if ((await databaseNow(ctx)) <= contest.entriesUntil) throw entriesStillOpen()
  const { waitsFor, ids: entryIds } = await candidatesOf(ctx, contestId, no)
  if (waitsFor !== null) throw waitsFor === 'tie' ? tieWaits() : roundBeforeOpen()
  if (entryIds.length === 0) throw nothingToJudge()
  const id = newId(ctx.now.getTime())
  const { publicKey, privateKeySealed } = newRoundKeys(ctx.config.keys)
  const panel = await readPanel(ctx, contestId)
  await tables(ctx)
    .insertInto('contests.round')
    .values({
      id,
      contest_id: contestId,
      no,
      rule: JSON.stringify(rule),
      tie_criteria: JSON.stringify(contest.rules.tieCriteria),
      public_key: publicKey,
      private_key_sealed: privateKeySealed,
      assignment: JSON.stringify({}),
      opened_at: ctx.now,
      closed_at: null,
      list_digest: null,
    })
    .execute()
  await insertRows(
    ctx,
    'contests.round_entry',
    drawLots(entryIds).map((entry_id, index) => ({ round_id: id, entry_id, label: index + 1 })),
  )
  // Under their entrants' numbers: a refusal undoes the lots, and names what the organiser can find.
  const entries = await readCandidates(ctx, entryIds)
  const plan = await assignEntries({
    entries: entries.map((entry) => ({ ...entry, needs: rule.judgesPerEntry })),
    judges: panel.map((judge) => ({ ...judge, has: 0 })),
    taken: new Set(),
  })
  await insertAssignments(ctx, id, plan.pairs)
  const assigned = describe(
    entryIds.length,
    panel.map((judge) => judge.id),
    plan,
  )
  await tables(ctx)
    .updateTable('contests.round')
    .set({ assignment: JSON.stringify(assigned) })
    .where('id', '=', id)
    .execute()
  ctx.auditNote.organisationId = contest.organisationId
  ctx.auditNote.subjects = [`contest:${contestId}`, `contest-round:${id}`]
  return { id, ...assigned }
}

/** Fisher and Yates by the system's own chance: nobody can know or choose a number. */
function drawLots<T>(list: readonly T[]): T[] {
  const drawn = [...list]
  for (let index = drawn.length - 1; index > 0; index--) {
    const other = randomInt(index + 1)
    ;[drawn[index], drawn[other]] = [drawn[other]!, drawn[index]!]
  }
  return drawn
}

export async function insertAssignments(
  ctx: Context,
  roundId: string,
  pairs: readonly { readonly entryId: string; readonly judgeId: string }[],
): Promise<void> {
  await insertRows(
    ctx,
    'contests.assignment',
    pairs.map(({ entryId, judgeId }) => ({
      id: newId(ctx.now.getTime()),
      round_id: roundId,
      entry_id: entryId,
      judge_id: judgeId,
      ended_at: null,
      ended_reason: null,
    })),
  )
}

function describe(
  entries: number,
  judges: readonly string[],
  plan: Awaited<ReturnType<typeof assignEntries>>,
): Assigned {
  const loads = judges.map((id) => plan.pairs.filter(({ judgeId }) => judgeId === id).length)
  return {
    entries,
    judges: judges.length,
    sheets: plan.pairs.length,
    most: Math.max(...loads),
    fewest: Math.min(...loads),
    status: plan.status,
    seconds: plan.seconds,
  }
}

const noSuchRound = () =>
  conflict('no-such-round', {
    zh: '比赛没有这一轮，或还没有发布。',
    en: 'There is no such round, or the contest is not open.',
  })

const entriesStillOpen = () =>
  conflict('entries-still-open', { zh: '报名还没有截止，不能开始评审。', en: 'Entries have not ended yet.' })

const nothingToJudge = () =>
  conflict('nothing-to-judge', { zh: '没有可评的作品。', en: 'There is no entry to judge.' })

const roundBeforeOpen = () =>
  conflict('round-before-open', { zh: '上一轮还没有截止评分。', en: 'The round before is not closed.' })

const tieWaits = () =>
  conflict('tie-undecided', {
    zh: '上一轮名额边上还有并列没有裁定。',
    en: 'A tie at the edge of the round before waits for a decision.',
  })
