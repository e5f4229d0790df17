import type { Context } from '#platform/context.ts'
import { forbidden, invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import { reachOf } from '#platform/authorise.ts'
import { purposesOf, type UploadPurpose } from '../purpose.ts'
import { requireWithinQuota } from './quota.ts'
import { megabytes } from './rules/megabytes.ts'
import { tables } from './tables.ts'
import { uploaderOf } from './uploader.ts'

type Announced = { readonly purpose: string; readonly name: string; readonly bytes: number }

/** Makes the record that the bytes are then sent for. Refuses by purpose, permission, size and quota
 * before a byte moves. */
export async function startUpload(ctx: Context, announced: Announced): Promise<{ id: string }> {
  const purpose = requirePurpose(ctx, announced.purpose)
  if (announced.bytes > purpose.maxBytes) throw tooLarge(announced, purpose)
  await requireWithinQuota(ctx, announced.bytes)
  const id = newId()
  await tables(ctx)
    .insertInto('files.file')
    .values({ id, ...announced, ...uploaderOf(ctx.actor), created_at: ctx.now })
    .execute()
  ctx.auditNote.subjects = [`file:${id}`]
  return { id }
}

export function requirePurpose(ctx: Context, name: string): UploadPurpose {
  const purpose = purposesOf(ctx.modules).find((it) => it.purpose === name)
  if (purpose === undefined) {
    throw invalid('unknown-purpose', {
      field: 'purpose',
      reason: { zh: `没有“${name}”这种上传用途。`, en: `Nothing is uploaded for "${name}".` },
    })
  }
  if (purpose.permission !== undefined && reachOf(ctx, purpose.permission).length === 0)
    throw forbidden(purpose.permission)
  return purpose
}

const tooLarge = (announced: Announced, purpose: UploadPurpose) =>
  invalid('file-too-large', {
    field: 'file',
    reason: {
      zh: `“${announced.name}”有 ${megabytes(announced.bytes, Math.ceil)}，太大了。`,
      en: `"${announced.name}" is ${megabytes(announced.bytes, Math.ceil)}, which is too large.`,
    },
    accepted: { zh: `不超过 ${megabytes(purpose.maxBytes)}`, en: `at most ${megabytes(purpose.maxBytes)}` },
  })
