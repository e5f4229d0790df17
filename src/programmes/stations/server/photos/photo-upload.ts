import type { UploadPurpose } from '#kernel/files/index.ts'

/** What a phone's camera makes, with room to spare. */
export const photoUpload: UploadPurpose = {
  purpose: 'station-photo',
  maxBytes: 25_000_000,
  accepts: ['jpeg', 'png', 'webp'],
  permission: 'stations.edit',
}
