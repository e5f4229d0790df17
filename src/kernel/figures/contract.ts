import { z } from 'zod'
import {
  anyone,
  command,
  fileAnswer,
  holding,
  instant,
  operations,
  paging,
  query,
} from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import * as shape from './shapes.ts'
import * as open from './shapes-open.ts'

/** A day that has come; today where none is given. */
const asOf = z.iso.date().optional()
const search = z.string().trim().max(80).optional()
const reason = z
  .string()
  .trim()
  .min(4, says('请写明理由，至少四个字', 'say why, in at least 4 characters'))
  .max(400)
const format = z.enum(['csv', 'xlsx', 'canonical']).default('csv')

/** Public answers are kept this long, in the process and by caches. */
export const PUBLIC_CACHE_SECONDS = 60

/** The id of the parts by county or district, in every figure that has them. */
export const DISTRICT_PARTS = 'adcode'

const recordPage = {
  key: shape.figureKey,
  asOf: z.iso.date(),
  columns: z.array(shape.recordColumn),
  rows: z.array(shape.recordRow).max(200),
  total: z.number().int(),
}

export const figures = operations('figures', {
  listFigures: query({
    summary: { zh: '公开报告：全部数字', en: 'The public report: every figure, by chapter' },
    who: anyone,
    cacheSeconds: PUBLIC_CACHE_SECONDS,
    callsPerMinute: 120,
    input: z.object({ asOf }),
    output: z.object({
      asOf: z.iso.date(),
      recordedUpTo: instant,
      /** Those of one chapter stand together. */
      rows: z.array(shape.listedFigure).max(500),
      total: z.number().int(),
      /** Programmes without a record here: named, and given no number. */
      notYetRecorded: z.array(shape.text).max(100),
    }),
  }),
  getFigure: query({
    summary: { zh: '一个数字：口径、分组、走势', en: 'One figure: definition, parts, trend' },
    who: anyone,
    cacheSeconds: PUBLIC_CACHE_SECONDS,
    callsPerMinute: 120,
    input: z.object({ key: shape.figureKey, asOf }),
    output: shape.listedFigure.extend({
      asOf: z.iso.date(),
      recordedUpTo: instant,
      isNot: shape.text,
      /** What is asked of the records, in words. */
      query: shape.text,
      breakdowns: z.array(shape.breakdown).max(20),
      lastPublished: z
        .object({ publicationId: z.uuid(), title: z.string(), asOf: z.iso.date(), ...shape.value })
        .nullable(),
    }),
  }),
  figureRecords: query({
    summary: {
      zh: '一个数字背后的记录；涉及个人的只分组公开',
      en: 'The records behind a figure; groups of ten and their digest where they tell of people',
    },
    who: anyone,
    cacheSeconds: PUBLIC_CACHE_SECONDS,
    callsPerMinute: 120,
    input: z.object({ key: shape.figureKey, asOf, search, ...paging }),
    output: z.object({
      ...recordPage,
      opensTo: shape.opensTo,
      /** Null where fewer than ten stand behind the figure. */
      total: z.number().int().nullable(),
      groups: z.array(shape.breakdown).max(20),
      /** Null for a list too long to digest on demand: a publication carries its digest. */
      digest: shape.recordDigest.nullable(),
    }),
  }),
  auditRecords: query({
    summary: { zh: '查阅单条记录（留痕）', en: 'Open the single records behind a figure, with a reason' },
    who: holding('figures.audit'),
    audited: true,
    input: z.object({ key: shape.figureKey, asOf, search, reason, ...paging }),
    output: z.object(recordPage),
  }),
  exportFigure: query({
    summary: {
      zh: '导出一个数字：明细，或不少于十的分组',
      en: 'Export a figure: its records, or groups of at least ten',
    },
    who: anyone,
    callsPerMinute: 20,
    input: z.object({ key: shape.figureKey, asOf, format }),
    output: fileAnswer,
  }),
  exportRecords: query({
    summary: { zh: '导出单条记录（留痕）', en: 'Export the single records behind a figure, with a reason' },
    who: holding('figures.audit'),
    audited: true,
    input: z.object({ key: shape.figureKey, asOf, format, reason }),
    output: fileAnswer,
  }),
  openFigure: query({
    summary: {
      zh: '开放数据：一个数字（JSON）',
      en: 'Open data: one figure with its definition, parts and digest',
    },
    who: anyone,
    cacheSeconds: PUBLIC_CACHE_SECONDS,
    callsPerMinute: 60,
    input: z.object({ key: shape.figureKey, asOf }),
    output: open.openFigure,
  }),
  openFigureCsv: query({
    summary: {
      zh: '开放数据：一个数字（CSV）',
      en: 'Open data: one figure, a line each for total, part and period',
    },
    who: anyone,
    callsPerMinute: 60,
    input: z.object({ key: shape.figureKey, asOf }),
    output: fileAnswer,
  }),
  openCatalogueCsv: query({
    summary: {
      zh: '开放数据：全部数字（CSV）',
      en: 'Open data: every figure with its definition, a line each',
    },
    who: anyone,
    callsPerMinute: 20,
    input: z.object({ asOf }),
    output: fileAnswer,
  }),
  compareDistricts: query({
    summary: {
      zh: '各区县对照：一个数字在各月末',
      en: 'Compare districts: one figure at the ends of months',
    },
    who: anyone,
    cacheSeconds: PUBLIC_CACHE_SECONDS,
    callsPerMinute: 30,
    /** The first that can be compared, where none is named. */
    input: z.object({ key: shape.figureKey.optional(), asOf }),
    output: open.districtComparison,
  }),
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
    input: z.object({ id: z.uuid(), reason }),
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
    cacheSeconds: PUBLIC_CACHE_SECONDS,
    input: z.object({ ...paging }),
    output: z.object({
      rows: z.array(z.object({ ...shape.publication, figures: z.number().int() })),
      total: z.number().int(),
    }),
  }),
  getPublication: query({
    summary: { zh: '一期公布：冻结的数值与摘要', en: 'One publication: frozen values and digests' },
    who: anyone,
    cacheSeconds: PUBLIC_CACHE_SECONDS,
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
})
