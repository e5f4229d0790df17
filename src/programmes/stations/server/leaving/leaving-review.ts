import type { ReviewedProcedure } from '#kernel/review/index.ts'
import { actsForStation, onLeavingState, onWithdrawalState } from './follow-cases.ts'
import { leavingProcedure, withdrawalProcedure } from './leaving-procedures.ts'

export const leavingReview: ReviewedProcedure = {
  procedure: leavingProcedure,
  onState: onLeavingState,
  actsForApplicant: actsForStation,
}

export const withdrawalReview: ReviewedProcedure = {
  procedure: withdrawalProcedure,
  onState: onWithdrawalState,
  actsForApplicant: actsForStation,
}
