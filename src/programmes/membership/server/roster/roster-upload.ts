import type { UploadPurpose } from '#kernel/files/index.ts'

/** 600,000 rows of twelve columns are about 70 MB as CSV. */
export const rosterUpload: UploadPurpose = {
  purpose: 'member-roster',
  maxBytes: 250_000_000,
  accepts: ['xlsx', 'csv'],
  permission: 'membership.import',
}
