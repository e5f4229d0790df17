import { z } from 'zod'
import { command, fileAnswer, holding, paging, query } from '#platform/contract.ts'
import { claimRow, measured, milestone, policyRow, projectRow } from './shapes-support.ts'
import { documentNumber } from './shapes-unions.ts'

const seq = z.number().int().min(1)
const fen = z.number().int().min(1).max(100_000_000_00)
const reason = z.string().trim().min(4).max(500)
const done = z.object({ state: z.string(), seq: z.number().int() })

/** Support as projects: a policy with its budget, a project a union, milestones, claims, payments. */
export const supportOperations = {
  listPolicies: query({
    summary: { zh: '扶持政策', en: 'Support policies with what is left of their budgets' },
    who: holding('membership.read-support'),
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(policyRow).max(200), total: z.number().int() }),
  }),
  createPolicy: command({
    summary: { zh: '制定扶持政策', en: 'Make a support policy' },
    who: holding('membership.support-policies'),
    input: z.object({
      organisationId: z.uuid(),
      name: z.string().trim().min(4).max(80),
      documentNumber,
      validFrom: z.iso.date(),
      validUntil: z.iso.date(),
      milestones: z.array(milestone).min(1).max(10),
      budgetFen: fen,
    }),
    output: z.object({ id: z.uuid() }),
  }),
  addBudget: command({
    summary: { zh: '追加扶持预算', en: 'Add to a policy’s budget' },
    who: holding('membership.support-policies'),
    input: z.object({ id: z.uuid(), amountFen: fen, documentNumber }),
    output: z.object({ availableFen: z.number().int() }),
  }),
  closePolicy: command({
    summary: { zh: '停止扶持政策', en: 'Close a policy to new claims' },
    who: holding('membership.support-policies'),
    input: z.object({ id: z.uuid(), reason }),
    output: z.object({ id: z.uuid() }),
  }),
  openProject: command({
    summary: { zh: '为工会立项', en: 'Open a union’s project under a policy' },
    who: holding('membership.claim-support'),
    input: z.object({ policyId: z.uuid(), unionId: z.uuid() }),
    output: z.object({ id: z.uuid() }),
  }),
  listProjects: query({
    summary: { zh: '扶持项目', en: 'Projects within reach' },
    who: holding('membership.read-support'),
    input: z.object({
      policyId: z.uuid().optional(),
      unionId: z.uuid().optional(),
      search: z.string().trim().max(60).optional(),
      ...paging,
    }),
    output: z.object({ rows: z.array(projectRow).max(200), total: z.number().int() }),
  }),
  getProject: query({
    summary: { zh: '一个扶持项目', en: 'One project: its milestones as counted today, and its claims' },
    who: holding('membership.read-support'),
    input: z.object({ id: z.uuid() }),
    output: projectRow.extend({
      milestones: z.array(z.object({ milestone, today: measured, claimId: z.uuid().nullable() })).max(10),
      claimRows: z.array(claimRow).max(50),
      mayClaim: z.boolean(),
    }),
  }),
  claimMilestone: command({
    summary: { zh: '申领一个节点的资金', en: 'Claim a milestone; what it is worth is counted, not typed' },
    who: holding('membership.claim-support'),
    input: z.object({
      projectId: z.uuid(),
      milestone: z.string().max(40),
      note: z.string().trim().max(500).default(''),
      fileIds: z.array(z.uuid()).max(10).default([]),
    }),
    output: z.object({ claimId: z.uuid(), caseId: z.uuid(), amountFen: z.number().int() }),
  }),
  approveClaim: command({
    summary: { zh: '审核同意申领，预留资金', en: 'Approve a claim and hold its money' },
    who: holding('membership.check-support'),
    input: z.object({ claimId: z.uuid(), seq }),
    output: done,
  }),
  payClaim: command({
    summary: { zh: '支付申领的资金', en: 'Pay an approved claim' },
    who: holding('membership.pay-support'),
    input: z.object({
      claimId: z.uuid(),
      seq,
      /** The voucher of the payment. */
      receipt: z.string().trim().min(2).max(80),
    }),
    output: done,
  }),
  voidClaim: command({
    summary: { zh: '作废已审核的申领，释放预留', en: 'Void an approved claim and free its money' },
    who: holding('membership.pay-support'),
    input: z.object({ claimId: z.uuid(), seq, reason }),
    output: done,
  }),
  proposeReclaim: command({
    summary: { zh: '提出收回扶持资金', en: 'Propose to take money back' },
    who: holding('membership.check-support'),
    input: z.object({ claimId: z.uuid(), amountFen: fen, reason }),
    output: z.object({ caseId: z.uuid() }),
  }),
  bookReclaim: command({
    summary: { zh: '资金收回入账（冲正）', en: 'Book money that came back, as a reversal' },
    who: holding('membership.pay-support'),
    input: z.object({ caseId: z.uuid(), seq }),
    output: done,
  }),
  listClaims: query({
    summary: { zh: '申领和支付', en: 'Claims and payments within reach' },
    who: holding('membership.read-support'),
    input: z.object({
      view: z.enum(['open', 'to-pay', 'paid', 'all']).default('open'),
      policyId: z.uuid().optional(),
      search: z.string().trim().max(60).optional(),
      ...paging,
    }),
    output: z.object({ rows: z.array(claimRow).max(200), total: z.number().int() }),
  }),
  getClaim: query({
    summary: { zh: '一笔申领', en: 'One claim, with what may be done' },
    who: holding('membership.read-support'),
    input: z.object({ id: z.uuid() }),
    output: claimRow.extend({ seq: z.number().int(), reclaimCaseId: z.uuid().nullable() }),
  }),
  exportPayments: query({
    summary: { zh: '导出支付清单', en: 'Export payments as a statement' },
    who: holding('membership.read-support'),
    audited: true,
    input: z.object({
      policyId: z.uuid(),
      format: z.enum(['xlsx', 'pdf']),
      reason,
    }),
    output: fileAnswer,
  }),
}
