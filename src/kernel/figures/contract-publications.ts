import { z } from 'zod'
import { anyone, command, holding, instant, paging, query } from '#platform/contract.ts'
import * as shape from './shapes.ts'

/** Figures frozen: proposed by one, published by another, verified by anybody. */
export const publicationOperations = {
  proposePublication: command({
    summary: { zh: '提请公布', en: 'Propose that figures be published' },
    who: holding('figures.propose'),
    input: z.object(shape.proposalDraft),
    output: z.object({ id: z.uuid() }),
  }),
  withdrawProposal: command({
    summary: { zh: '撤回提请', en: 'Withdraw a proposal of one’s own' },
    who: holding('figures.propose'),
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
  }),
  declineProposal: command({
    summary: { zh: '退回提请', en: 'Decline a proposal, with a reason' },
    who: holding('figures.publish'),
    input: z.object({ id: z.uuid(), reason: shape.reason }),
    output: z.object({}),
  }),
  approvePublication: command({
    summary: {
      zh: '批准公布：冻结数值、摘要与审计封存号',
      en: 'Approve a proposal of somebody else: freeze values, digests and the audit seal',
    },
    who: holding('figures.publish'),
    input: z.object({ id: z.uuid() }),
    output: z.object({ publicationId: z.uuid(), digest: z.string() }),
  }),
  listProposals: query({
    summary: { zh: '提请公布的事项', en: 'Proposed publications, newest first' },
    who: holding('figures.read'),
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(shape.proposal), total: z.number().int() }),
  }),
  listPublications: query({
    summary: { zh: '已公布的各期', en: 'Publications, newest first' },
    who: anyone,
    cacheSeconds: shape.PUBLIC_CACHE_SECONDS,
    input: z.object({ ...paging }),
    output: z.object({
      rows: z.array(z.object({ ...shape.publication, figures: z.number().int() })),
      total: z.number().int(),
    }),
  }),
  getPublication: query({
    summary: { zh: '一期公布：冻结的数值与摘要', en: 'One publication: frozen values and digests' },
    who: anyone,
    cacheSeconds: shape.PUBLIC_CACHE_SECONDS,
    input: z.object({ id: z.uuid() }),
    output: z.object({ ...shape.publication, values: z.array(shape.publishedValue).max(200) }),
  }),
  verify: query({
    summary: {
      zh: '核验一期公布：按当时的记录重新计算',
      en: 'Verify a publication: run the queries again on the records as recorded then',
    },
    who: anyone,
    callsPerMinute: 6,
    input: z.object({ publication: z.uuid() }),
    output: z.object({
      intact: z.boolean(),
      /** The frozen lines themselves still have the digest that was published with them. */
      linesIntact: z.boolean(),
      publication: z.uuid(),
      title: z.string(),
      asOf: z.iso.date(),
      recordedUpTo: instant,
      checkedAt: instant,
      rows: z.array(shape.verifiedRow).max(200),
    }),
  }),
}
