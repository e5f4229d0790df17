import { sql } from 'kysely'
import { claimFile, getFile } from '#kernel/files/index.ts'
import { madeBy } from '#kernel/organisations/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { wakeJob } from '#platform/jobs.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { SCAN_FILE_PURPOSE } from './purposes.ts'
import { requireCompany } from './reach.ts'
import { findScanFile } from './scan-files.ts'
import type { ScanFileState } from './tables.ts'

const READING_JOB = 'green-travel.read-scan-files'

/** Takes an upload up; the job reads it within seconds. The same upload handed in twice is one file. */
export const sendScanFile: Handler<typeof greenTravel.sendScanFile> = async (ctx, input) => {
  await requireAt(ctx, 'green-travel.files', input.companyUnit)
  const company = await requireCompany(ctx, 'green-travel.files', input.companyUnit)
  const file = await getFile(ctx, input.fileId, SCAN_FILE_PURPOSE)
  await claimFile(ctx, file.id, company.unit)
  const { rows } = await sql<{ id: number }>`
    insert into green_travel.scan_file (stored_file, name, bytes, company, made_by, received_at)
    values (${file.id}, ${file.name}, ${file.bytes}, ${company.id}, ${madeBy(ctx)}, ${ctx.now})
    on conflict (stored_file) do nothing returning id`.execute(ctx.db)
  const known =
    rows[0] ??
    (
      await sql<{ id: number }>`
    select id from green_travel.scan_file where stored_file = ${file.id} and company = ${company.id}`.execute(
        ctx.db,
      )
    ).rows[0]
  ctx.auditNote.organisationId = company.unit
  ctx.auditNote.subjects = [`scan-file:${known!.id}`]
  ctx.auditNote.detail = { sha256: file.sha256, bytes: file.bytes }
  await wakeJob(ctx, READING_JOB)
  return { id: known!.id }
}

export const pauseScanFile: Handler<typeof greenTravel.pauseScanFile> = (ctx, { id }) =>
  change(ctx, id, 'paused', ['waiting', 'reading'])

export const resumeScanFile: Handler<typeof greenTravel.resumeScanFile> = (ctx, { id }) =>
  change(ctx, id, 'waiting', ['paused'])

async function change(ctx: Context, id: number, state: ScanFileState, from: readonly ScanFileState[]) {
  const { file } = await findScanFile(ctx, 'green-travel.files', id)
  await requireAt(ctx, 'green-travel.files', file.companyUnit)
  const { rows } = await sql`update green_travel.scan_file set state = ${state}
    where id = ${id} and state = any(${[...from]}::text[]) returning id`.execute(ctx.db)
  if (rows.length === 0 && file.state !== state) throw tooLate()
  ctx.auditNote.organisationId = file.companyUnit
  ctx.auditNote.subjects = [`scan-file:${id}`]
  if (state === 'waiting') await wakeJob(ctx, READING_JOB)
  return { state }
}

const tooLate = () =>
  conflict('file-posting', {
    zh: '文件正在入账或已经结束，不能再改。',
    en: 'The file is being posted or has ended; it cannot be changed now.',
  })
