import { z } from 'zod'
import { command, fileAnswer, holding, instant, paging, query } from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import { DETOUR_FACTOR } from './rules/siting/reach.ts'
import { datum, text } from './shapes.ts'
import {
  point,
  pointKind,
  pointSet,
  pointVerdict,
  reachKind,
  sitingPlan,
  sitingQuestion,
  sitingRow,
} from './shapes-siting.ts'

const name = z
  .string()
  .trim()
  .min(2, says('名称至少两个字', 'at least 2 characters'))
  .max(60, says('名称最多60个字', 'at most 60 characters'))

/** Where to build next, and what could close with least harm. */
export const sitingOperations = {
  readPoints: command({
    summary: {
      zh: '读入需求点或备选地点',
      en: 'Read demand points or candidate sites from a file; every row is judged, and nothing is kept while one is bad unless asked',
    },
    who: holding('stations.plan'),
    input: z.object({
      organisationId: z.uuid(),
      fileId: z.uuid(),
      kind: pointKind,
      name,
      method: z.string().trim().min(4, says('请写明数据怎么来的', 'say how the numbers were made')).max(400),
      isInvented: z.boolean().default(false),
      validFrom: z.iso.date(),
      datum: datum.default('GCJ-02'),
      /** Keeps the rows without errors and leaves the others out. */
      keepGood: z.boolean().default(false),
    }),
    output: z.object({
      /** Null where nothing was kept. */
      setId: z.uuid().nullable(),
      rows: z.number().int(),
      good: z.number().int(),
      bad: z.number().int(),
      persons: z.number().int(),
      verdicts: z.array(pointVerdict).max(200),
    }),
  }),
  listPointSets: query({
    summary: { zh: '需求点和备选地点', en: 'Demand sets and candidate sites within reach' },
    who: holding('stations.plan'),
    input: z.object({ kind: pointKind.optional(), ...paging }),
    output: z.object({ rows: z.array(pointSet).max(200), total: z.number().int() }),
  }),
  listPoints: query({
    summary: { zh: '一组地点', en: 'The points of a set' },
    who: holding('stations.plan'),
    input: z.object({ setId: z.uuid() }),
    output: z.object({ rows: z.array(point).max(5000) }),
  }),
  startSiting: command({
    summary: { zh: '计算选址方案', en: 'Begin to compute where to build, or what could close' },
    who: holding('stations.plan'),
    input: z.object({
      organisationId: z.uuid(),
      title: name,
      question: sitingQuestion,
      count: z
        .number()
        .int()
        .min(
          1,
          says('数量至少是1；不增不减就没有要算的', 'at least 1; with none there is nothing to compute'),
        )
        .max(500),
      reach: reachKind,
      detourFactor: z.number().min(1).max(3).default(DETOUR_FACTOR),
      demandId: z.uuid(),
      sitesId: z.uuid().nullable().default(null),
      timeLimitSeconds: z.number().int().min(1).max(120).default(20),
    }),
    output: z.object({ id: z.uuid() }),
  }),
  cancelSiting: command({
    summary: { zh: '停止计算', en: 'Stop a computation' },
    who: holding('stations.plan'),
    input: z.object({ id: z.uuid() }),
    output: z.object({ cancelled: z.boolean() }),
  }),
  listSitings: query({
    summary: { zh: '选址方案', en: 'Siting runs within reach, newest first' },
    who: holding('stations.plan'),
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(sitingRow).max(200), total: z.number().int() }),
  }),
  getSiting: query({
    summary: { zh: '一个选址方案', en: 'One siting run with its plan' },
    who: holding('stations.plan'),
    input: z.object({ id: z.uuid() }),
    output: sitingRow.extend({
      demandId: z.uuid(),
      sitesId: z.uuid().nullable(),
      sitesName: z.string().nullable(),
      /** How demand was made, and how reach was counted. */
      demandMethod: z.string(),
      reachMethod: text,
      timeLimitSeconds: z.number().int(),
      answeredAt: instant.nullable(),
      /** While it computes, as far as this server knows. */
      progress: z
        .object({ seconds: z.number(), best: z.number().nullable(), bound: z.number().nullable() })
        .nullable(),
      plan: sitingPlan.nullable(),
    }),
  }),
  sitingPaper: query({
    summary: { zh: '选址方案（会议材料，PDF）', en: 'A siting run as a paper for a meeting' },
    who: holding('stations.plan'),
    audited: true,
    input: z.object({ id: z.uuid(), comparedWith: z.uuid().optional() }),
    output: fileAnswer,
  }),
}
