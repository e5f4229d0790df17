import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, Failure, forbidden, notFound, tooMany } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { review } from '../contract.ts'
import { findCase, lockCase } from './find-case.ts'
import { getNoticeRow, takesObjections, type NoticeRow } from './notices.ts'
import { callersWords, callingParty } from './parties.ts'
import { tables } from './tables.ts'
import { notify } from '#kernel/notifications/index.ts'

/** Somebody who has said it this often to one notice has been heard. */
const OBJECTIONS_EACH_MAX = 3

export const objectToNotice: Handler<typeof review.objectToNotice> = async (ctx, input) => {
  const objector = callingParty(ctx)
  if (objector.account === null) throw forbidden('signed-in')
  const { caseId } = await getNoticeRow(ctx, input.id)
  // One at a time, so that numbers follow each other and none slips in behind the certificate.
  await lockCase(ctx, caseId)
  const notice = await getNoticeRow(ctx, input.id)
  if (!takesObjections(ctx, notice)) throw periodOver()
  await requireNotTooOften(ctx, notice)
  const no = notice.objections + 1
  await tables(ctx)
    .insertInto('review.objection')
    .values({
      notice_id: notice.id,
      no,
      objector_bk: objector.bk,
      objector_id: objector.id,
      objector_account: objector.account,
      text: input.text,
      at: ctx.now,
    })
    .execute()
  ctx.auditNote.organisationId = notice.organisationId
  ctx.auditNote.subjects = [`notice:${notice.id}`]
  return { no }
}

async function requireNotTooOften(ctx: Context, { id }: NoticeRow): Promise<void> {
  const words = [...(await callersWords(ctx))]
  const { rows } = await sql<{ made: number }>`select count(*) as made from review.objection
    where notice_id = ${id} and objector = any(${words})`.execute(ctx.db)
  if ((rows[0]?.made ?? 0) < OBJECTIONS_EACH_MAX) return
  throw tooMany({
    zh: `同一则公示每人最多提出${OBJECTIONS_EACH_MAX}次异议，您的意见已经收到。`,
    en: `At most ${OBJECTIONS_EACH_MAX} objections a person to one notice; yours have been received.`,
  })
}

/** Answered by an officer who neither objected nor proposed what is objected to. The one who objected is told. */
export const answerObjection: Handler<typeof review.answerObjection> = async (ctx, input) => {
  const notice = await getNoticeRow(ctx, input.noticeId)
  await requireAt(ctx, 'review.answer-objections', notice.organisationId)
  await lockCase(ctx, notice.caseId)
  await requireNotOwnCase(ctx, notice)
  const objection = await findObjection(ctx, input)
  const answerer = callingParty(ctx)
  await tables(ctx)
    .insertInto('review.objection_answer')
    .values({
      notice_id: notice.id,
      no: input.no,
      objector: objection.objector,
      is_upheld: input.isUpheld,
      answer: input.answer,
      answered_by_bk: answerer.bk,
      answered_by_id: answerer.id,
      answered_by_name: madeBy(ctx),
      at: ctx.now,
    })
    .execute()
  await tellObjector(ctx, notice, objection, input.answer)
  ctx.auditNote.organisationId = notice.organisationId
  ctx.auditNote.subjects = [`notice:${notice.id}`, `case:${notice.caseId}`]
  const { objections, answered } = await getNoticeRow(ctx, notice.id)
  return { unanswered: objections - answered }
}

async function requireNotOwnCase(ctx: Context, { caseId }: NoticeRow): Promise<void> {
  const one = await findCase(ctx, caseId)
  const words = await callersWords(ctx)
  if (one === undefined || (!words.has(one.applicantWord) && !words.has(one.proposerWord))) return
  throw new Failure(403, 'own-proposal', {
    zh: '您是这件事的申请人或提出人，异议要由其他人答复。',
    en: 'You applied for or proposed this; somebody else answers objections to it.',
  })
}

type Objection = { objector: string; bk: number | null; id: string | null; account: string }

async function findObjection(
  ctx: Context,
  { noticeId, no }: { noticeId: string; no: number },
): Promise<Objection> {
  const row = await tables(ctx)
    .selectFrom('review.objection')
    .select(['objector', 'objector_bk as bk', 'objector_id as id', 'objector_account as account'])
    .where('notice_id', '=', noticeId)
    .where('no', '=', no)
    .executeTakeFirst()
  if (row === undefined) throw notFound({ zh: '异议', en: 'objection' })
  return row
}

async function tellObjector(ctx: Context, notice: NoticeRow, { bk, id, account }: Objection, answer: string) {
  await notify(ctx, {
    to: bk === null || id === null ? { accountId: account } : { person: { bk, id } },
    kind: 'review.objection-answered',
    title: { zh: '您的异议已答复', en: 'Your objection was answered' },
    body: { zh: `“${notice.title}”：${answer}`, en: `“${notice.title}”: ${answer}` },
    href: `/notices/${notice.id}`,
  })
}

const periodOver = () =>
  conflict('period-over', {
    zh: '公示期已过，不再接受异议。',
    en: 'The notice period is over; objections are no longer taken.',
  })
