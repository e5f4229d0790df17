import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { megabytes } from './rules/megabytes.ts'

/**
 * What one account may have here that no record has taken up. What was taken up is a record's and counts no more. A single
 * file may be larger where its purpose takes such, as a film.
 */
export const UNCLAIMED_BYTES_MAX = 1024 * 1024 * 1024
export const UNCLAIMED_FILES_MAX = 100

/** Refuses an upload that would go over the quota; two at once are counted one after the other. */
export async function requireWithinQuota(ctx: Context, bytes: number): Promise<void> {
  if (ctx.actor.kind !== 'account') return
  const { accountId } = ctx.actor
  await sql`select pg_advisory_xact_lock(hashtextextended(${`files.quota ${accountId}`}, 0))`.execute(ctx.db)
  const { rows } = await sql<{ files: number; bytes: number }>`
    select count(*) as files, coalesce(sum(bytes), 0)::bigint as bytes from files.file
    where account_id = ${accountId} and organisation_id is null and state <> 'abandoned'
      and not exists (select from files.file made where made.made_from = file.id)`.execute(ctx.db)
  const held = rows[0]!
  const isAlone = held.bytes === 0
  if (held.files < UNCLAIMED_FILES_MAX && (isAlone || held.bytes + bytes <= UNCLAIMED_BYTES_MAX)) return
  throw conflict('upload-quota', {
    zh: `您上传后还没有用到的文件已有${held.files}个（${megabytes(held.bytes)}）。请先提交用到它们的内容，或等系统清理后再传；每人最多${UNCLAIMED_FILES_MAX}个、${megabytes(UNCLAIMED_BYTES_MAX)}。`,
    en: `You have ${held.files} uploads (${megabytes(held.bytes)}) that nothing uses yet. Submit what uses them, or wait until they are tidied away; each person may have ${UNCLAIMED_FILES_MAX}, of ${megabytes(UNCLAIMED_BYTES_MAX)} together.`,
  })
}
