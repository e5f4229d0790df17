import { madeBy } from '#kernel/organisations/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { lockContest } from '../find-contest.ts'
import { tables } from '../tables.ts'
import { findResult } from './find-result.ts'

/** What was scored stays and can be counted again; the entry gets nothing, and sheets not handed in are not asked for. */
export const disqualifyEntry: Handler<typeof contests.disqualifyEntry> = async (ctx, { id, reason }) => {
  const entry = await tables(ctx)
    .selectFrom('contests.entry')
    .select(['contest_id as contestId', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (entry === undefined) throw notFound({ zh: '作品', en: 'entry' })
  const contest = await lockContest(ctx, entry.contestId)
  await requireAt(ctx, 'contests.decide', contest.organisationId)
  const result = await findResult(ctx, contest.id)
  if (result !== undefined && result.state !== 'returned') throw resultIsFixed()
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  await tables(ctx)
    .insertInto('contests.disqualification')
    .values({
      entry_id: id,
      reason,
      decided_by: madeBy(ctx),
      decided_by_bk: person?.bk ?? null,
      decided_by_id: person?.id ?? null,
      decided_at: ctx.now,
    })
    .execute()
  await endOpenTasks(ctx, id)
  ctx.auditNote.organisationId = contest.organisationId
  ctx.auditNote.subjects = [`contest:${contest.id}`, `contest-entry:${id}`]
  ctx.auditNote.reason = reason
  return { disqualifiedAt: ctx.now }
}

const endOpenTasks = (ctx: Context, entryId: string) =>
  tables(ctx)
    .updateTable('contests.assignment')
    .set({ ended_at: ctx.now, ended_reason: '作品取消参赛资格' })
    .where('entry_id', '=', entryId)
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

const resultIsFixed = () =>
  conflict('result-proposed', {
    zh: '结果已经送审，不能再取消资格。请先由审批人退回结果。',
    en: 'The result was handed in; whoever decides sends it back before an entry is taken out.',
  })
