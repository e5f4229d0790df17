import { sql } from 'kysely'
import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { review } from '../contract.ts'
import type { ReviewCase } from './case.ts'
import { findCase, lockCase } from './find-case.ts'
import { getNoticeRow, latestNotice, readNotices, type NoticeRow } from './notices.ts'
import { tables } from './tables.ts'
import { tellOfficers } from './tell.ts'

/** A notice that must go, at once: what it shows is taken away, and what was said against it is still answered. */
export const breakOffNotice: Handler<typeof review.breakOffNotice> = async (ctx, input) => {
  const notice = await getNoticeRow(ctx, input.id)
  await requireAt(ctx, 'review.end-notices', notice.organisationId)
  await lockCase(ctx, notice.caseId)
  const current = await getNoticeRow(ctx, input.id)
  if (current.outcome !== null) throw alreadyEnded()
  await end(ctx, current, 'broken-off', input.reason)
  ctx.auditNote.organisationId = notice.organisationId
  ctx.auditNote.subjects = [`notice:${notice.id}`, `case:${notice.caseId}`]
  ctx.auditNote.reason = input.reason
  return { state: 'broken-off' }
}

/** A case that ended takes its running notice with it. */
export async function breakOffRunning(ctx: Context, { id }: ReviewCase, why: string): Promise<void> {
  const notice = await latestNotice(ctx, id)
  if (notice !== undefined && notice.outcome === null) await end(ctx, notice, 'broken-off', why)
}

const BATCH = 200

/** The job: a notice whose days are over, and whose objections are all answered, gets its certificate. */
export async function endNotices(ctx: Context): Promise<void> {
  const over = await readNotices(
    ctx,
    sql`e.notice_id is null and n.until_day < ${cityDay(ctx.now)} and q.answered = q.objections`,
    sql`order by n.until_day limit ${sql.lit(BATCH)}`,
  )
  for (const { id, caseId } of over)
    await ctx.db.transaction().execute(async (db) => completeNotice({ ...ctx, db }, id, caseId))
}

/** In the caller's transaction. Nothing happens where it has ended, or an objection waits for its answer. */
export async function completeNotice(ctx: Context, noticeId: string, caseId: string): Promise<void> {
  await lockCase(ctx, caseId)
  const notice = await getNoticeRow(ctx, noticeId)
  if (notice.outcome !== null || notice.answered < notice.objections) return
  await end(ctx, notice, 'completed', null)
  const ended = await findCase(ctx, caseId)
  if (ended !== undefined) await tellOfficers(ctx, ended, 'notice-ended')
}

async function end(
  ctx: Context,
  notice: NoticeRow,
  outcome: 'completed' | 'broken-off',
  reason: string | null,
): Promise<void> {
  await tables(ctx)
    .insertInto('review.notice_end')
    .values({
      notice_id: notice.id,
      outcome,
      reason,
      objections: notice.objections,
      upheld: notice.upheld,
      answered: notice.answered,
      at: ctx.now,
    })
    .execute()
}

const alreadyEnded = () =>
  conflict('notice-ended', { zh: '这则公示已经结束。', en: 'This notice has ended.' })
