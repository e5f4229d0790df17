import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Move } from '../rules/procedure.ts'
import type { NoticeDraft } from '../shapes.ts'
import type { ReviewCase } from './case.ts'
import { dueOf } from './calendar.ts'
import { maskNotice } from './mask-notice.ts'
import { latestNotice } from './notices.ts'
import { callingParty } from './parties.ts'
import { requireProcedure } from './procedures.ts'
import { tables } from './tables.ts'

type NoticeTerms = NonNullable<Move['opensNotice']>

/**
 * Publishes a notice (公示) about a case, masked by its purpose, for so many working days after today. A case has
 * one running notice at most. Answers the notice's id.
 */
export async function openNotice(
  ctx: Context,
  reviewCase: ReviewCase,
  terms: NoticeTerms,
  given?: NoticeDraft,
): Promise<string> {
  const latest = await latestNotice(ctx, reviewCase.id)
  if (latest !== undefined && latest.outcome === null) throw noticeRunning()
  const { draftNotice, noticeWorkingDays } = requireProcedure(ctx, reviewCase.procedure)
  const draft = given ?? (await draftNotice?.(ctx, reviewCase))
  if (draft === undefined) throw noticeMissing()
  const shown = maskNotice(terms.purpose, draft)
  const workingDays = (await noticeWorkingDays?.(ctx, reviewCase)) ?? terms.workingDays
  const { dueOn, beyondPublished } = await dueOf(ctx, ctx.now, { workingDays })
  const opener = callingParty(ctx)
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('review.notice')
    .values({
      id,
      case_id: reviewCase.id,
      action_no: reviewCase.seq,
      purpose: terms.purpose,
      title: shown.title,
      body: shown.body,
      subjects: JSON.stringify(shown.subjects),
      working_days: workingDays,
      from_day: cityDay(ctx.now),
      until_day: dueOn,
      beyond_published: beyondPublished,
      opened_by_bk: opener.bk,
      opened_by_id: opener.id,
      opened_at: ctx.now,
    })
    .execute()
  ctx.auditNote.subjects = [...(ctx.auditNote.subjects ?? []), `notice:${id}`]
  return id
}

const noticeRunning = () =>
  conflict('notice-running', {
    zh: '这个办件的公示还没有结束。',
    en: 'A notice of this case is still running.',
  })

const noticeMissing = () =>
  invalid('notice-missing', {
    field: 'notice',
    reason: { zh: '请填写公示的标题和内容。', en: 'Give the notice a title and a text.' },
  })
