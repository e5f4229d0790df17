import type { Job } from '#platform/module.ts'
import { processFiles } from './files/job.ts'
import { foldRides } from './figures/fold-rides.ts'
import { findFlags } from './flags/find-flags.ts'

/** Jobs of files, reconciliation, flags and the figures' totals. */
export const settlementJobs: readonly Job[] = [
  { name: 'read-scan-files', everySeconds: 5, run: processFiles },
  { name: 'find-flags', everySeconds: 3_600, run: findFlags },
  { name: 'fold-rides', everySeconds: 3_600, run: foldRides },
]
