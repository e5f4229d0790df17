import type { UploadPurpose } from '#kernel/files/index.ts'

/** Photos of whoever applies: anybody signed in may send them, and only they read the originals. */
export const applicationPhotoUpload: UploadPurpose = {
  purpose: 'station-application-photo',
  maxBytes: 25_000_000,
  accepts: ['jpeg', 'png', 'webp'],
}
