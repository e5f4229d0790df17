import { approveClaim, claimMilestone, getClaim, listClaims, payClaim, voidClaim } from './claims.ts'
import { exportPayments } from './export-payments.ts'
import { addBudget, closePolicy, createPolicy, listPolicies } from './policies.ts'
import { getProject, listProjects, openProject } from './projects.ts'
import { bookReclaim, proposeReclaim } from './reclaims.ts'

export const supportHandlers = {
  listPolicies,
  createPolicy,
  addBudget,
  closePolicy,
  openProject,
  listProjects,
  getProject,
  claimMilestone,
  approveClaim,
  payClaim,
  voidClaim,
  proposeReclaim,
  bookReclaim,
  listClaims,
  getClaim,
  exportPayments,
}
