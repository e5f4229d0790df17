import type { ReviewedProcedure } from '#kernel/review/index.ts'
import { applicationProcedure } from './application-procedure.ts'
import { onApplicationState } from './decide-application.ts'
import { isKeeperOfApplication } from './find-application.ts'

export const applicationReview: ReviewedProcedure = {
  procedure: applicationProcedure,
  onState: onApplicationState,
  actsForApplicant: isKeeperOfApplication,
}
