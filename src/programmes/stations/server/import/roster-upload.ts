import type { UploadPurpose } from '#kernel/files/index.ts'

/** What a roster comes as. Twenty thousand rows are about two megabytes; the rest is what people paste in. */
export const rosterUpload: UploadPurpose = {
  purpose: 'station-roster',
  maxBytes: 20_000_000,
  accepts: ['xlsx', 'csv'],
  permission: 'stations.import',
}
