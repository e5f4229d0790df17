import type { UploadPurpose } from '#kernel/files/index.ts'

/** A picture of the document that names a station; what is shown to everybody is made from it. */
export const honourUpload: UploadPurpose = {
  purpose: 'station-honour',
  maxBytes: 25_000_000,
  accepts: ['jpeg', 'png', 'webp'],
  permission: 'stations.decide',
}
