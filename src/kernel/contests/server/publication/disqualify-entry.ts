import { madeBy } from '#kernel/organisations/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { getRoundRow, lockContest } from '../find-contest.ts'
import { fillUp } from '../judging/replace-judge.ts'
import { tables } from '../tables.ts'
import { decisionsOf, obstacleOf, type EntryObstacle } from './entry-decisions.ts'

/** What was scored stays and can be counted again; the entry gets nothing, and sheets not handed in are not asked for. */
export const disqualifyEntry: Handler<typeof contests.disqualifyEntry> = async (ctx, { id, reason }) => {
  await decide(ctx, id, reason, true)
  await tables(ctx)
    .updateTable('contests.assignment')
    .set({ ended_at: ctx.now, ended_reason: '作品取消参赛资格' })
    .where('entry_id', '=', id)
    .where('ended_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('contests.sheet as sheet')
            .select('sheet.assignment_id')
            .whereRef('sheet.assignment_id', '=', 'contests.assignment.id'),
        ),
      ),
    )
    .execute()
  return { disqualifiedAt: ctx.now }
}

/** As if it had never been out: what judges had not handed in is asked of them again, or of others where they have left. */
export const reinstateEntry: Handler<typeof contests.reinstateEntry> = async (ctx, { id, reason }) => {
  const outAt = await decide(ctx, id, reason, false)
  const round = await tables(ctx)
    .selectFrom('contests.round_entry as drawn')
    .innerJoin('contests.round as round', 'round.id', 'drawn.round_id')
    .select('round.id')
    .where('drawn.entry_id', '=', id)
    .where('round.state', '=', 'judging')
    .executeTakeFirst()
  if (round === undefined) return { reinstatedAt: ctx.now, sheets: 0 }
  // Held, so that no judge drops out beside it.
  await getRoundRow(ctx, round.id, true)
  const given = await tables(ctx)
    .updateTable('contests.assignment')
    .set({ ended_at: null, ended_reason: null })
    .where('round_id', '=', round.id)
    .where('entry_id', '=', id)
    .where('ended_at', '=', outAt)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('contests.judge as judge')
          .select('judge.id')
          .whereRef('judge.id', '=', 'contests.assignment.judge_id')
          .where('judge.left_at', 'is', null),
      ),
    )
    .returning('id')
    .execute()
  return { reinstatedAt: ctx.now, sheets: given.length + (await fillUp(ctx, round.id)) }
}

/** Writes the next decision. Answers when the one before was made; the day itself where it is the first. */
async function decide(ctx: Context, id: string, reason: string, isOut: boolean): Promise<Date> {
  const entry = await tables(ctx)
    .selectFrom('contests.entry')
    .select('contest_id as contestId')
    .where('id', '=', id)
    .executeTakeFirst()
  if (entry === undefined) throw notFound({ zh: '作品', en: 'entry' })
  // Held, so that two decisions follow each other.
  const contest = await lockContest(ctx, entry.contestId)
  await requireAt(ctx, 'contests.decide', contest.organisationId)
  const decisions = await decisionsOf(ctx, id)
  const last = decisions.at(-1)
  if ((last?.isOut ?? false) === isOut) throw isOut ? outAlready() : notOut()
  const obstacle = await obstacleOf(ctx, contest.id, id, last)
  if (obstacle !== null) throw refused[obstacle]()
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  await tables(ctx)
    .insertInto('contests.entry_decision')
    .values({
      entry_id: id,
      no: decisions.length + 1,
      reason,
      decided_by: madeBy(ctx),
      decided_by_bk: person?.bk ?? null,
      decided_by_id: person?.id ?? null,
      decided_at: ctx.now,
    })
    .execute()
  ctx.auditNote.organisationId = contest.organisationId
  ctx.auditNote.subjects = [`contest:${contest.id}`, `contest-entry:${id}`]
  ctx.auditNote.reason = reason
  return last?.at ?? ctx.now
}

const outAlready = () =>
  conflict('disqualified-already', {
    zh: '这件作品已经取消资格。',
    en: 'This entry was taken out already.',
  })

const notOut = () =>
  conflict('not-disqualified', { zh: '这件作品没有取消资格。', en: 'This entry is not taken out.' })

const refused: Readonly<Record<EntryObstacle, () => ReturnType<typeof conflict>>> = {
  'result-proposed': () =>
    conflict('result-proposed', {
      zh: '结果已经送审，不能再变动参赛资格。请先由审批人退回结果。',
      en: 'The result was handed in; whoever decides sends it back before an entry is taken out or back in.',
    }),
  'round-ran-without': () =>
    conflict('round-ran-without', {
      zh: '取消资格之后，已有一轮在没有它的情况下开始或截止，不能再恢复。',
      en: 'Since it was taken out a round has begun or closed without it; it cannot come back.',
    }),
}
