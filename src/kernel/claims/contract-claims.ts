import { z } from 'zod'
import { anyone, command, holding, instant, paging, query } from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import { relation } from './relation-schema.ts'
import * as shape from './shapes-claims.ts'

const reason = z
  .string()
  .trim()
  .min(4, says('请写明理由，至少四个字', 'say why, in at least 4 characters'))
  .max(400)

const CACHE_SECONDS = 30

const tally = z.record(z.string(), z.number().int())

/** Claims: who said which number where, and what the records and the other numbers say to it. */
export const claimOperations = {
  listClaims: query({
    summary: { zh: '对外说过的数字与核对结果', en: 'Numbers said in public, with their verdicts' },
    who: anyone,
    cacheSeconds: CACHE_SECONDS,
    callsPerMinute: 120,
    input: z.object({
      verdict: shape.verdict.optional(),
      figureKey: shape.figureKey.optional(),
      search: z.string().trim().max(60).optional(),
      ...paging,
    }),
    output: z.object({
      rows: z.array(shape.claimRow).max(200),
      total: z.number().int(),
      /** Of all claims, whatever was asked for. */
      tally,
      checkedAt: instant.nullable(),
    }),
  }),
  listRelations: query({
    summary: { zh: '说法之间的算术', en: 'What holds between claims, with its arithmetic' },
    who: anyone,
    cacheSeconds: CACHE_SECONDS,
    callsPerMinute: 120,
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(shape.relationRow).max(200), total: z.number().int(), tally }),
  }),
  getClaim: query({
    summary: { zh: '一个说法：原文、记录、算术', en: 'One claim: words, records, arithmetic' },
    who: anyone,
    cacheSeconds: CACHE_SECONDS,
    callsPerMinute: 120,
    input: z.object({ id: z.uuid() }),
    output: shape.claimRow.extend({
      relations: z.array(shape.relationRow).max(50),
      versions: z.array(shape.versionLine).max(200),
      before: z.array(shape.judgedBefore).max(100),
    }),
  }),
  listSources: query({
    summary: { zh: '说法的出处', en: 'Where claims were said' },
    who: holding('claims.read'),
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(shape.source).max(200), total: z.number().int() }),
  }),
  recordSource: command({
    summary: { zh: '登记一个出处', en: 'Record where something was said' },
    who: holding('claims.write'),
    input: z.object(shape.sourceDraft),
    output: z.object({ id: z.uuid() }),
  }),
  recordClaim: command({
    summary: { zh: '登记一个说法', en: 'Record a claim' },
    who: holding('claims.write'),
    input: z.object(shape.claimDraft),
    output: z.object({ id: z.uuid(), verdict: shape.verdict }),
  }),
  correctClaim: command({
    summary: { zh: '更正登记（旧版本保留）', en: 'Correct what was recorded; the version before stays' },
    who: holding('claims.write'),
    input: z.object({
      id: z.uuid(),
      ...shape.claimDraft,
      /** A claim that was recorded by mistake is withdrawn, and stays to be seen. */
      state: z.enum(['standing', 'withdrawn']).default('standing'),
      reason,
    }),
    output: z.object({ version: z.number().int(), verdict: shape.verdict }),
  }),
  recordRelation: command({
    summary: { zh: '登记说法之间的关系', en: 'Record what should hold between claims' },
    who: holding('claims.write'),
    input: z.object({
      code: z.string().trim().max(12).optional(),
      titleZh: z.string().trim().min(4).max(80),
      titleEn: z.string().trim().min(4).max(160),
      relation,
    }),
    output: z.object({ id: z.uuid(), verdict: shape.verdict }),
  }),
  withdrawRelation: command({
    summary: { zh: '撤销登记的关系', en: 'Withdraw a relation that was recorded by mistake' },
    who: holding('claims.write'),
    input: z.object({ id: z.uuid(), reason }),
    output: z.object({}),
  }),
  checkClaims: command({
    summary: { zh: '现在全部核对一遍', en: 'Check every claim now' },
    who: holding('claims.write'),
    callsPerMinute: 6,
    input: z.object({}),
    output: z.object({ lookedAt: z.number().int(), changed: z.number().int() }),
  }),
}
