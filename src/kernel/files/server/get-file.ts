import { createReadStream, type ReadStream } from 'node:fs'
import { holdsAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import { purposesOf } from '../purpose.ts'
import { filePath } from './places.ts'
import { tables } from './tables.ts'

export type StoredFile = {
  readonly id: string
  readonly purpose: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  /** Where the bytes lie on this machine; read them, never write there. */
  readonly path: string
}

const columns = [
  'id',
  'purpose',
  'name',
  'state',
  'bytes',
  'sha256',
  'media_type as mediaType',
  'organisation_id as organisationId',
  'account_id as accountId',
] as const

export const findRow = (ctx: Pick<Context, 'db'>, id: string) =>
  tables(ctx)
    .selectFrom('files.file')
    .select([...columns])
    .where('id', '=', id)
    .executeTakeFirst()

export type FileRow = NonNullable<Awaited<ReturnType<typeof findRow>>>

export const noSuchFile = () => notFound({ zh: '文件', en: 'file' })

export const isUploader = (ctx: Context, row: FileRow): boolean =>
  ctx.actor.kind === 'system' ||
  (ctx.actor.kind === 'account' && ctx.actor.accountId === row.accountId) ||
  // What a partner's machine brought has no account; what was made for its organisation has another state or purpose.
  (ctx.actor.kind === 'partner' && row.accountId === null && row.organisationId === ctx.actor.organisationId)

/**
 * A file that was uploaded whole for this purpose. Only for whoever uploaded it, and for holders of the purpose's
 * permission where a record took it up; `not-found` for everybody else and for another purpose.
 */
export async function getFile(ctx: Context, id: string, purpose: string): Promise<StoredFile> {
  const row = await findRow(ctx, id)
  if (row === undefined || row.purpose !== purpose || !(await mayRead(ctx, row))) throw noSuchFile()
  if (row.state !== 'ready') throw notReady(row.state)
  return {
    id: row.id,
    purpose: row.purpose,
    name: row.name,
    mediaType: row.mediaType!,
    bytes: row.bytes,
    sha256: row.sha256!,
    path: filePath(ctx.config, row.id),
  }
}

async function mayRead(ctx: Context, row: FileRow): Promise<boolean> {
  if (isUploader(ctx, row)) return true
  const purpose = purposesOf(ctx.modules).find((it) => it.purpose === row.purpose)
  const permission = purpose?.mayRead ?? purpose?.permission
  if (permission === undefined || row.organisationId === null) return false
  return holdsAt(ctx, permission, row.organisationId)
}

const notReady = (state: FileRow['state']) =>
  state === 'uploading'
    ? conflict('upload-unfinished', {
        zh: '这个文件还没有传完。',
        en: 'This file was not uploaded to its end yet.',
      })
    : conflict('upload-void', {
        zh: '这个文件没有被接受，请重新上传。',
        en: 'This file was not accepted; upload it again.',
      })

/** The bytes as a stream. */
export const openFile = (file: Pick<StoredFile, 'path'>): ReadStream => createReadStream(file.path)

/** A record of this organisation takes the file up: it is kept, and read by holders there. The first claim stands. */
export async function claimFile(ctx: Context, id: string, organisationId: string): Promise<void> {
  await tables(ctx)
    .updateTable('files.file')
    .set({ organisation_id: organisationId })
    .where('id', '=', id)
    .where('organisation_id', 'is', null)
    .execute()
}

/** What was public no longer is; the bytes stay as evidence. */
export async function withdrawFile(ctx: Context, ids: readonly string[]): Promise<void> {
  await tables(ctx)
    .updateTable('files.file')
    .set({ is_public: false })
    .where('id', 'in', [...ids])
    .execute()
}

/**
 * The bytes are not needed any more, or may not be kept longer: nobody reads the file from now on, and its bytes go at
 * the next tidying. What it was (name, size, who, when) stays.
 */
export async function dropFile(ctx: Pick<Context, 'db'>, id: string): Promise<void> {
  await tables(ctx)
    .updateTable('files.file')
    .set({ state: 'abandoned', media_type: null, sha256: null })
    .where('id', '=', id)
    .execute()
}
