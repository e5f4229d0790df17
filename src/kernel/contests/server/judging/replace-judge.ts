import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { getRoundRow } from '../find-contest.ts'
import { tables } from '../tables.ts'
import { assignEntries, pairOf } from './assign-entries.ts'
import { insertAssignments } from './open-round.ts'
import { readPanel, readRoundEntries } from './panel.ts'
import { getOwnTask, requireOpenTask, roundClosed } from './tasks.ts'

/** A judge drops out. Sheets handed in stand under their number; what is left goes to the rest of the panel, or nothing changes. */
export const replaceJudge: Handler<typeof contests.replaceJudge> = async (ctx, { judgeId, reason }) => {
  const judge = await tables(ctx)
    .selectFrom('contests.judge as judge')
    .innerJoin('contests.contest as contest', 'contest.id', 'judge.contest_id')
    .select(['judge.contest_id as contestId', 'judge.left_at as leftAt'])
    .select('contest.organisation_id as organisationId')
    .where('judge.id', '=', judgeId)
    .forUpdate('judge')
    .executeTakeFirst()
  if (judge === undefined) throw notFound({ zh: '评委', en: 'judge' })
  await requireAt(ctx, 'contests.run', judge.organisationId)
  if (judge.leftAt !== null) throw hasLeft()
  await tables(ctx)
    .updateTable('contests.judge')
    .set({ left_at: ctx.now, left_reason: reason })
    .where('id', '=', judgeId)
    .execute()
  const round = await tables(ctx)
    .selectFrom('contests.round')
    .select('id')
    .where('contest_id', '=', judge.contestId)
    .where('state', '=', 'judging')
    .executeTakeFirst()
  ctx.auditNote.organisationId = judge.organisationId
  ctx.auditNote.subjects = [`contest:${judge.contestId}`, `contest-judge:${judgeId}`]
  if (round === undefined) return { standing: 0, moved: 0 }
  return moveUnscored(ctx, round.id, judgeId, reason)
}

async function moveUnscored(ctx: Context, roundId: string, judgeId: string, reason: string) {
  const { state } = await getRoundRow(ctx, roundId, true)
  if (state === 'closed') throw roundClosed()
  const held = await tables(ctx)
    .selectFrom('contests.assignment as task')
    .leftJoin('contests.sheet as sheet', 'sheet.assignment_id', 'task.id')
    .select(['task.id', 'sheet.commitment'])
    .where('task.round_id', '=', roundId)
    .where('task.judge_id', '=', judgeId)
    .where('task.ended_at', 'is', null)
    .execute()
  const open = held.filter(({ commitment }) => commitment === null).map(({ id }) => id)
  await endAndReassign(ctx, roundId, open, reason)
  return { standing: held.length - open.length, moved: open.length }
}

/** A judge gives an entry back; nobody need say more than why, and the entry goes to another. */
export const recuse: Handler<typeof contests.recuse> = async (ctx, { id, reason }) => {
  // Held alone: two judges who give back one entry at a time must not both find the same third one.
  await getRoundRow(ctx, (await getOwnTask(ctx, id)).roundId, true)
  const { roundId } = await requireOpenTask(ctx, id)
  await endAndReassign(ctx, roundId, [id], reason)
  ctx.auditNote.subjects = [`contest-task:${id}`]
  return { moved: true }
}

async function endAndReassign(
  ctx: Context,
  roundId: string,
  taskIds: string[],
  reason: string,
): Promise<void> {
  if (taskIds.length === 0) return
  await tables(ctx)
    .updateTable('contests.assignment')
    .set({ ended_at: ctx.now, ended_reason: reason })
    .where('id', 'in', taskIds)
    .execute()
  await tables(ctx).deleteFrom('contests.draft').where('assignment_id', 'in', taskIds).execute()
  await fillUp(ctx, roundId)
}

/** Every entry of a round that lacks judges gets them; or nothing changes. Answers how many tasks were given. */
export async function fillUp(ctx: Context, roundId: string): Promise<number> {
  const { contestId, rule } = await getRoundRow(ctx, roundId)
  const tasks = await tables(ctx)
    .selectFrom('contests.assignment')
    .select(['entry_id as entryId', 'judge_id as judgeId', 'ended_at as endedAt'])
    .where('round_id', '=', roundId)
    .execute()
  const standing = tasks.filter(({ endedAt }) => endedAt === null)
  const entries = await readRoundEntries(ctx, roundId)
  const panel = await readPanel(ctx, contestId)
  const plan = await assignEntries({
    entries: entries
      .map((entry) => ({ ...entry, needs: rule.judgesPerEntry - countOf(standing, 'entryId', entry.id) }))
      .filter(({ needs }) => needs > 0),
    judges: panel.map((judge) => ({ ...judge, has: countOf(standing, 'judgeId', judge.id) })),
    taken: new Set(tasks.map(({ entryId, judgeId }) => pairOf(entryId, judgeId))),
  })
  await insertAssignments(ctx, roundId, plan.pairs)
  return plan.pairs.length
}

const countOf = <K extends 'entryId' | 'judgeId'>(tasks: readonly Record<K, string>[], key: K, id: string) =>
  tasks.filter((task) => task[key] === id).length

const hasLeft = () =>
  conflict('judge-has-left', { zh: '这位评委已经退出。', en: 'This judge has left already.' })
