import type { ReviewedProcedure } from '#kernel/review/index.ts'
import { foundingProcedure } from './founding/procedure.ts'
import { releaseUnit } from './founding/release-unit.ts'
import { onClaimState } from './support/claims.ts'
import { claimProcedure, reclaimProcedure } from './support/procedures.ts'
import { matterProcedure } from './terms/matter-procedure.ts'

/** Whatever the unions' side has decided by the level above or by a second hand. */
export const reviewedProcedures: readonly ReviewedProcedure[] = [
  { procedure: foundingProcedure, onState: releaseUnit },
  { procedure: matterProcedure },
  { procedure: claimProcedure, onState: onClaimState },
  { procedure: reclaimProcedure },
]
