import type { UploadPurpose } from '#kernel/files/index.ts'

export const EVIDENCE = 'support-evidence'

/** Photographs, scans and tables beside a claim; read by whoever may read claims there. */
export const evidenceUpload: UploadPurpose = {
  purpose: EVIDENCE,
  maxBytes: 20 * 1024 * 1024,
  accepts: ['jpeg', 'png', 'pdf', 'xlsx'],
  permission: 'membership.claim-support',
}
