import type { UploadPurpose } from '#kernel/files/index.ts'

/** Photos taken at a station and papers about it. Keepers hold no permission: what they may bring is asked later. */
export const evidenceUpload: UploadPurpose = {
  purpose: 'station-evidence',
  maxBytes: 25_000_000,
  accepts: ['jpeg', 'png', 'webp', 'pdf'],
  mayRead: 'stations.read',
}
