import type { Status } from '#ui/data/status-badge.tsx'
import type { CertificateState } from '../types.ts'

/** The status that each state of a certificate is shown by; its word stands in the rules. */
export const certificateStatus: Readonly<Record<CertificateState, Status>> = {
  complete: 'good',
  lapsing: 'warn',
  incomplete: 'bad',
  suspended: 'warn',
  withdrawn: 'quiet',
}
