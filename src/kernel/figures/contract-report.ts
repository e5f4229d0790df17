import { z } from 'zod'
import { anyone, fileAnswer, holding, instant, paging, query } from '#platform/contract.ts'
import * as shape from './shapes.ts'

const search = z.string().trim().max(80).optional()
const format = z.enum(['csv', 'xlsx', 'canonical']).default('csv')

const recordPage = {
  key: shape.figureKey,
  asOf: z.iso.date(),
  columns: z.array(shape.recordColumn),
  rows: z.array(shape.recordRow).max(200),
  total: z.number().int(),
}

/** Figures as they stand, and the records behind them. */
export const reportOperations = {
  listFigures: query({
    summary: { zh: '公开报告：全部数字', en: 'The public report: every figure, by chapter' },
    who: anyone,
    cacheSeconds: shape.PUBLIC_CACHE_SECONDS,
    callsPerMinute: 120,
    input: z.object({ asOf: shape.asOf }),
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
    cacheSeconds: shape.PUBLIC_CACHE_SECONDS,
    callsPerMinute: 120,
    input: z.object({ key: shape.figureKey, asOf: shape.asOf }),
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
    cacheSeconds: shape.PUBLIC_CACHE_SECONDS,
    callsPerMinute: 120,
    input: z.object({ key: shape.figureKey, asOf: shape.asOf, search, ...paging }),
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
    input: z.object({ key: shape.figureKey, asOf: shape.asOf, search, reason: shape.reason, ...paging }),
    output: z.object(recordPage),
  }),
  exportFigure: query({
    summary: {
      zh: '导出一个数字：明细，或不少于十的分组',
      en: 'Export a figure: its records, or groups of at least ten',
    },
    who: anyone,
    callsPerMinute: 20,
    input: z.object({ key: shape.figureKey, asOf: shape.asOf, format }),
    output: fileAnswer,
  }),
  exportRecords: query({
    summary: { zh: '导出单条记录（留痕）', en: 'Export the single records behind a figure, with a reason' },
    who: holding('figures.audit'),
    audited: true,
    input: z.object({ key: shape.figureKey, asOf: shape.asOf, format, reason: shape.reason }),
    output: fileAnswer,
  }),
}
