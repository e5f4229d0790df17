import { sql } from 'kysely'
import { getFile, openFile, storeBytes, type UploadPurpose } from '#kernel/files/index.ts'
import { madeBy } from '#kernel/organisations/index.ts'
import { buffer } from 'node:stream/consumers'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { getContestRow } from '../find-contest.ts'
import { tables } from '../tables.ts'
import { certificateRows } from './certificate-rows.ts'
import { renderCertificates } from './render-certificates.ts'

/** Nobody uploads one: the platform makes them, and holders of the permission fetch them. */
export const certificateFiles: UploadPurpose = {
  purpose: 'contest-certificates',
  maxBytes: 1,
  accepts: [],
  permission: 'contests.export',
}

const BATCH = 100
const TRIES_MAX = 3

/** A certificate given later is a file of its own, after the batches of those that were given at first. */
export async function askForOne(ctx: Context, resultId: string, place: number): Promise<void> {
  await sql`insert into contests.certificate_batch (result_id, no, from_place, to_place, asked_by, asked_at)
    select ${resultId}, 1 + greatest(
      (select coalesce(max(no), 0) from contests.certificate_batch where result_id = ${resultId}),
      (select ceil(count(*) / ${BATCH}::numeric)::int from contests.certificate
        where result_id = ${resultId} and replaces is null)), ${place}, ${place}, ${madeBy(ctx)}, ${ctx.now}`.execute(
    ctx.db,
  )
}

/** Asked again, only what failed is tried anew. */
export const makeCertificates: Handler<typeof contests.makeCertificates> = async (ctx, { contestId }) => {
  const contest = await getContestRow(ctx, contestId)
  await requireAt(ctx, 'contests.run', contest.organisationId)
  const resultId = await requireStanding(ctx, contestId)
  const { total } = await tables(ctx)
    .selectFrom('contests.certificate')
    .select((select) => select.fn.countAll<number>().as('total'))
    .where('result_id', '=', resultId)
    .where('replaces', 'is', null)
    .executeTakeFirstOrThrow()
  const batches = Array.from({ length: Math.ceil(total / BATCH) }, (_, index) => ({
    result_id: resultId,
    no: index + 1,
    from_place: index * BATCH + 1,
    to_place: Math.min((index + 1) * BATCH, total),
    file_id: null,
    asked_by: madeBy(ctx),
    asked_at: ctx.now,
    made_at: null,
  }))
  if (batches.length > 0)
    await tables(ctx)
      .insertInto('contests.certificate_batch')
      .values(batches)
      .onConflict((clash) =>
        clash
          .columns(['result_id', 'no'])
          .doUpdateSet({ tries: 0 })
          .where('contests.certificate_batch.file_id', 'is', null),
      )
      .execute()
  ctx.auditNote.organisationId = contest.organisationId
  ctx.auditNote.subjects = [`contest:${contestId}`]
  ctx.auditNote.detail = { certificates: total }
  return { total }
}

export const getCertificateBatches: Handler<typeof contests.getCertificateBatches> = async (
  ctx,
  { contestId },
) => {
  const contest = await getContestRow(ctx, contestId)
  await requireAt(ctx, 'contests.read', contest.organisationId)
  const { rows } = await sql<{
    no: number
    from: string
    to: string
    count: number
    state: 'waiting' | 'made' | 'failed'
  }>`
    select batch.no, first.no as "from", last.no as "to", batch.to_place - batch.from_place + 1 as count,
      case when batch.file_id is not null then 'made' when batch.tries >= ${TRIES_MAX} then 'failed' else 'waiting' end as state
    from contests.certificate_batch batch
      join contests.standing_result standing on standing.result_id = batch.result_id
      join contests.certificate first on first.result_id = batch.result_id and first.place = batch.from_place
      join contests.certificate last on last.result_id = batch.result_id and last.place = batch.to_place
    where standing.contest_id = ${contestId} order by batch.no limit 500`.execute(ctx.db)
  const sum = (list: typeof rows) => list.reduce((all, { count }) => all + count, 0)
  return { total: sum(rows), made: sum(rows.filter(({ state }) => state === 'made')), batches: rows }
}

export const getCertificateBatch: Handler<typeof contests.getCertificateBatch> = async (
  ctx,
  { contestId, no, reason },
) => {
  const contest = await getContestRow(ctx, contestId)
  await requireAt(ctx, 'contests.export', contest.organisationId)
  const batch = await tables(ctx)
    .selectFrom('contests.certificate_batch as batch')
    .innerJoin('contests.standing_result as standing', 'standing.result_id', 'batch.result_id')
    .select(['batch.file_id as fileId', 'batch.from_place as from', 'batch.to_place as to'])
    .where('standing.contest_id', '=', contestId)
    .where('batch.no', '=', no)
    .executeTakeFirst()
  if (batch?.fileId == null) throw notFound({ zh: '证书文件', en: 'file of certificates' })
  const file = await getFile(ctx, batch.fileId, certificateFiles.purpose)
  const rows = batch.to - batch.from + 1
  ctx.auditNote.organisationId = contest.organisationId
  ctx.auditNote.subjects = [`contest:${contestId}`]
  ctx.auditNote.reason = reason
  ctx.auditNote.detail = { rows, sha256: file.sha256 }
  return { fileName: file.name, mediaType: file.mediaType, content: await buffer(openFile(file)), rows }
}

/** The job: a file of a hundred certificates takes seconds, so each is kept as soon as it is made. */
export async function makeBatches(ctx: Context, signal: AbortSignal): Promise<void> {
  const waiting = await tables(ctx)
    .selectFrom('contests.certificate_batch as batch')
    .innerJoin('contests.standing_result as standing', 'standing.result_id', 'batch.result_id')
    .innerJoin('contests.contest as contest', 'contest.id', 'standing.contest_id')
    .select(['batch.result_id as resultId', 'batch.no', 'batch.from_place as from', 'batch.to_place as to'])
    .select(['contest.title', 'contest.organisation_id as organisationId'])
    .where('batch.file_id', 'is', null)
    .where('batch.tries', '<', TRIES_MAX)
    .orderBy('batch.asked_at')
    .orderBy('batch.no')
    .limit(50)
    .execute()
  for (const batch of waiting) {
    if (signal.aborted) return
    const batchRow = () =>
      tables(ctx)
        .updateTable('contests.certificate_batch')
        .where('result_id', '=', batch.resultId)
        .where('no', '=', batch.no)
    await batchRow()
      .set({ tries: sql<number>`tries + 1` })
      .execute()
    const rows = await certificateRows(
      ctx,
      sql`certificate.result_id = ${batch.resultId} and certificate.place between ${batch.from} and ${batch.to}`,
    )
    const file_id = await storeBytes(ctx, {
      purpose: certificateFiles.purpose,
      name: `${batch.title}证书-${String(batch.no).padStart(2, '0')}.pdf`,
      mediaType: 'application/pdf',
      content: await renderCertificates(ctx, rows),
      organisationId: batch.organisationId,
    })
    await batchRow().set({ file_id, made_at: ctx.now }).execute()
  }
}

async function requireStanding(ctx: Context, contestId: string): Promise<string> {
  const row = await tables(ctx)
    .selectFrom('contests.standing_result')
    .select('result_id as id')
    .where('contest_id', '=', contestId)
    .executeTakeFirst()
  if (row === undefined) throw notPublished()
  return row.id
}

const notPublished = () =>
  conflict('result-not-published', {
    zh: '结果公布之后才能制作证书。',
    en: 'Certificates are made once the result is published.',
  })
