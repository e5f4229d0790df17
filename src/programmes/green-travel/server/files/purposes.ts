import type { UploadPurpose } from '#kernel/files/index.ts'

export const SCAN_FILE_PURPOSE = 'ride-scans'
export const CLAIM_PURPOSE = 'ride-claim'

const MEGABYTE = 1024 * 1024

export const settlementUploads: readonly UploadPurpose[] = [
  {
    purpose: SCAN_FILE_PURPOSE,
    maxBytes: 2048 * MEGABYTE,
    accepts: ['csv'],
    permission: 'green-travel.files',
  },
  {
    purpose: CLAIM_PURPOSE,
    maxBytes: 64 * MEGABYTE,
    accepts: ['csv', 'xlsx'],
    permission: 'green-travel.files',
  },
]
