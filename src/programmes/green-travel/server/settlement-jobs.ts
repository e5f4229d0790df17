import type { Job } from '#platform/module.ts'
import { processFiles } from './files/job.ts'
import { findFlags } from './flags/find-flags.ts'

/** Jobs of files, reconciliation and flags. */
export const settlementJobs: readonly Job[] = [
  { name: 'read-scan-files', everySeconds: 5, run: processFiles },
  { name: 'find-flags', everySeconds: 3_600, run: findFlags },
]
