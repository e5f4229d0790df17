import { mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Context } from '#platform/context.ts'
import { sha256 } from '#platform/digest.ts'
import { newId } from '#platform/ids.ts'
import { filePath } from './places.ts'
import { tables } from './tables.ts'
import { uploaderOf } from './uploader.ts'

export type NewFile = {
  readonly purpose: string
  readonly name: string
  readonly mediaType: string
  readonly content: Uint8Array
  readonly organisationId: string | null
  /** The file that this one was made from, such as the photo of a thumbnail. */
  readonly madeFrom?: string
  /** Anybody may fetch it; only for what was made from another file, cleaned of what others should not see. */
  readonly isPublic?: boolean
}

/** Stores a file that the platform made; answers its id. Bytes whose transaction fails are swept up later. */
export async function storeBytes(ctx: Context, file: NewFile): Promise<string> {
  const id = newId()
  const path = filePath(ctx.config, id)
  await writeWhole(path, file.content)
  await tables(ctx)
    .insertInto('files.file')
    .values({
      id,
      purpose: file.purpose,
      name: file.name,
      bytes: file.content.byteLength,
      state: 'ready',
      media_type: file.mediaType,
      sha256: sha256(file.content),
      is_public: file.isPublic ?? false,
      made_from: file.madeFrom ?? null,
      organisation_id: file.organisationId,
      ...uploaderOf(ctx.actor),
      created_at: ctx.now,
    })
    .execute()
  return id
}

async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'wx', 0o640)
  try {
    await file.writeFile(content)
    await file.sync()
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}
