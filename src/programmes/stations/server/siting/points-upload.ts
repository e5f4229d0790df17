import type { UploadPurpose } from '#kernel/files/index.ts'

/** A file of places: five thousand rows are a few hundred kilobytes. */
export const pointsUpload: UploadPurpose = {
  purpose: 'station-points',
  maxBytes: 5_000_000,
  accepts: ['xlsx', 'csv'],
  permission: 'stations.plan',
}
