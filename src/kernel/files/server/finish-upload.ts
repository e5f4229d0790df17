import { stat } from 'node:fs/promises'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { UploadedFile } from '../contract.ts'
import type { UploadPurpose } from '../purpose.ts'
import { findRow, isUploader, noSuchFile, type FileRow } from './get-file.ts'
import { keepIncoming } from './keep-incoming.ts'
import { incomingPath } from './places.ts'
import { readEnds, sha256OfFile } from './read-content.ts'
import { fileKinds, recognise, type FileKind } from './rules/file-kinds.ts'
import { refusalOf } from './rules/refusal-of-content.ts'
import { requirePurpose } from './start-upload.ts'
import { tables } from './tables.ts'

/**
 * Judges the bytes of an upload and keeps it. May be repeated, since the answer can get lost on a bad line: a file
 * that is ready is answered again, and what is refused is refused again.
 */
export async function finishUpload(ctx: Context, { id }: { id: string }): Promise<UploadedFile> {
  const row = await findRow(ctx, id)
  if (row === undefined || !isUploader(ctx, row)) throw noSuchFile()
  ctx.auditNote.subjects = [`file:${id}`]
  if (row.state === 'ready') return answerOf(row, row.mediaType!, row.sha256!)
  if (row.state === 'abandoned') throw noSuchFile()
  await requireWhole(ctx, row)
  const kind = await judge(ctx, row, requirePurpose(ctx, row.purpose))
  const { mediaType } = fileKinds[kind]
  const sha256 = await sha256OfFile(incomingPath(ctx.config, id))
  await keepIncoming(ctx, id)
  await tables(ctx)
    .updateTable('files.file')
    .set({ state: 'ready', media_type: mediaType, sha256 })
    .where('id', '=', id)
    .execute()
  ctx.auditNote.detail = { purpose: row.purpose, bytes: row.bytes, sha256 }
  return answerOf(row, mediaType, sha256)
}

const answerOf = (row: FileRow, mediaType: string, sha256: string): UploadedFile => ({
  id: row.id,
  name: row.name,
  mediaType,
  bytes: row.bytes,
  sha256,
})

async function requireWhole(ctx: Context, row: FileRow): Promise<void> {
  const arrived = await stat(incomingPath(ctx.config, row.id)).then(
    (it) => it.size,
    () => 0,
  )
  if (arrived === row.bytes) return
  throw conflict('upload-unfinished', {
    zh: `文件还没有传完：收到 ${arrived} 字节，应有 ${row.bytes} 字节。`,
    en: `The upload is not complete: ${arrived} of ${row.bytes} bytes arrived.`,
  })
}

/** The content's kind where the purpose accepts it; throws in words that name what it is instead. */
async function judge(ctx: Context, row: FileRow, purpose: UploadPurpose): Promise<FileKind> {
  const { head, tail } = await readEnds(incomingPath(ctx.config, row.id))
  const found = recognise(head, tail)
  if ('kind' in found && purpose.accepts.includes(found.kind)) return found.kind
  throw refusalOf(found, purpose.accepts)
}
