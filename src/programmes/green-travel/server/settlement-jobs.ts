import type { Job } from '#platform/module.ts'
import { processFiles } from './files/job.ts'

/** Jobs of files, reconciliation and flags. */
export const settlementJobs: readonly Job[] = [
  { name: 'read-scan-files', everySeconds: 5, run: processFiles },
]
