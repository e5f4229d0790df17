import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import { claimFile, type StoredFile } from './get-file.ts'
import { readCamera } from './read-camera.ts'
import { storeBytes } from './store-bytes.ts'

export type StoredPhoto = {
  /** At most 1600 pixels a side, as WebP, without what the camera noted down. Public. */
  readonly fileId: string
  /** At most 480 pixels a side. Public. */
  readonly thumbnailFileId: string
  /** What the camera says; undefined where it says nothing. A person can set a camera's clock. */
  readonly takenAt: Date | undefined
}

const LARGE_PIXELS = 1600
const THUMBNAIL_PIXELS = 480
/** A picture that unpacks to more is no photo but an attack on our memory. */
const PIXELS_MAX = 64_000_000

/**
 * Makes the two pictures that everybody may see from an uploaded photo. Place, camera and owner stand in the
 * original only, which stays behind the purpose's permission.
 */
export async function storePhoto(
  ctx: Context,
  original: StoredFile,
  organisationId: string,
): Promise<StoredPhoto> {
  await claimFile(ctx, original.id, organisationId)
  const { takenAt } = await readCamera(original)
  const large = await shrink(original.path, LARGE_PIXELS)
  const thumbnail = await shrink(original.path, THUMBNAIL_PIXELS)
  const store = (content: Uint8Array, ending: string) =>
    storeBytes(ctx, {
      purpose: original.purpose,
      name: `${original.name.replace(/\.\w+$/, '').slice(0, 180)}${ending}.webp`,
      mediaType: 'image/webp',
      content,
      organisationId,
      madeFrom: original.id,
      isPublic: true,
    })
  return { fileId: await store(large, ''), thumbnailFileId: await store(thumbnail, '-small'), takenAt }
}

async function shrink(path: string, pixels: number): Promise<Buffer> {
  // Loaded when the first photo comes: its native library costs memory that most starts never need.
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  try {
    return await sharp(path, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
      .autoOrient()
      .resize({ width: pixels, height: pixels, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer()
  } catch {
    throw invalid('unreadable-photo', {
      field: 'file',
      reason: {
        zh: '这张照片打不开，可能没有传完整，或者大得不像照片。',
        en: 'This photo cannot be opened: it may be cut short, or too large for a photo.',
      },
      accepted: { zh: '完整的 JPEG、PNG 或 WebP 照片', en: 'a whole JPEG, PNG or WebP photo' },
    })
  }
}
