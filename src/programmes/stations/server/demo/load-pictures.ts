import { getFile, storeBytes, storePhoto } from '#kernel/files/index.ts'
import type { Context } from '#platform/context.ts'
import type { PicturePrint } from '../../rules/evidence/picture-print.ts'
import type { PhotoKind } from '../../rules/standard/standard-schema.ts'
import { evidenceUpload } from '../evidence/evidence-upload.ts'
import { printPicture } from '../evidence/print-picture.ts'
import { drawScene } from './demo-drawings.ts'

/** A stored picture of the story, with the original that it was made from. */
export type DemoPicture = {
  readonly originalId: string
  readonly fileId: string
  readonly thumbnailFileId: string
  readonly print: PicturePrint
}

const VARIANTS = 2
const KINDS: readonly PhotoKind[] = ['sign', 'inside', 'equipment', 'rules']

/** A few pictures of each kind, stored once and shared by all stations: by what they show, not by who took them. */
export async function loadPictures(
  ctx: Context,
  organisationId: string,
): Promise<Map<string, DemoPicture[]>> {
  const pictures = new Map<string, DemoPicture[]>()
  for (const kind of KINDS) {
    const variants = []
    for (let variant = 1; variant <= VARIANTS; variant++)
      variants.push(await storeScene(ctx, organisationId, kind, variant))
    pictures.set(kind, variants)
  }
  return pictures
}

/** Stored as an upload is: the original behind its permission, two cleaned pictures for everybody. */
export async function storeScene(
  ctx: Context,
  organisationId: string,
  kind: PhotoKind,
  variant: number,
  quality = 88,
): Promise<DemoPicture> {
  const { default: sharp } = await import('sharp')
  const content = await sharp(Buffer.from(drawScene(kind, variant)))
    .jpeg({ quality })
    .toBuffer()
  const originalId = await storeBytes(ctx, {
    purpose: evidenceUpload.purpose,
    name: `${kind}-${variant}.jpg`,
    mediaType: 'image/jpeg',
    content,
    organisationId,
  })
  const original = await getFile(ctx, originalId, evidenceUpload.purpose)
  const { fileId, thumbnailFileId } = await storePhoto(ctx, original, organisationId)
  return { originalId, fileId, thumbnailFileId, print: await printPicture(content) }
}
