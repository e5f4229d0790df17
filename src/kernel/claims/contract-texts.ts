import { z } from 'zod'
import { anyone, command, fileAnswer, holding, instant, paging, query } from '#platform/contract.ts'
import * as shape from './shapes-texts.ts'

const CACHE_SECONDS = 60
const id = z.uuid()
const version = z.number().int().min(1).optional()

/** Texts that were published: approved by somebody who wrote no word of them, with every number frozen. */
export const textOperations = {
  draftFigures: query({
    summary: {
      zh: '文稿核对用的数字：今天的，从前有过的，别处说过的',
      en: 'What a text is held against: figures as they are and as they were, and what others said',
    },
    who: holding('claims.read'),
    input: z.object({ id }),
    output: z.object({
      asOf: z.iso.date(),
      /** What 近, 余 and 约 may be off where nobody chooses otherwise; publications are judged by it. */
      tolerance: z.number(),
      figures: z.array(shape.knownFigure).max(500),
      /** What others said, the newest first, and whatever the text repeats already. */
      claims: z.array(shape.knownClaim).max(2000),
    }),
  }),
  publishDraft: command({
    summary: {
      zh: '批准文稿并公布（写过的人不能批）',
      en: 'Approve a text that others wrote, freeze its numbers and publish it',
    },
    who: holding('claims.publish'),
    input: z.object({
      id,
      /** What the approver read. */
      revision: z.number().int().min(1),
      explained: z.array(shape.explained).max(400).default([]),
    }),
    output: z.object({ version: z.number().int(), digest: z.string() }),
  }),
  listTexts: query({
    summary: { zh: '已公布的文稿', en: 'Published texts, the newest first' },
    who: anyone,
    cacheSeconds: CACHE_SECONDS,
    callsPerMinute: 120,
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(shape.textLine).max(200), total: z.number().int() }),
  }),
  getText: query({
    summary: {
      zh: '一篇公布的文稿：每个数字从哪里来，改过什么',
      en: 'One published text: where each number comes from, and what was corrected',
    },
    who: anyone,
    cacheSeconds: CACHE_SECONDS,
    callsPerMinute: 120,
    input: z.object({ id, version }),
    output: z.object({
      ...shape.textLine.shape,
      content: shape.publishedContent,
      recordedUpTo: instant,
      tolerance: z.number(),
      reason: z.string(),
      handedInByName: z.string(),
      approvedByName: z.string(),
      digest: z.string(),
      /** Publications of figures that hold its numbers. */
      figures: z.array(z.uuid()).max(400),
      versions: z.array(shape.textVersion).max(200),
      /** What is found of its numbers today; empty for a version that was corrected. */
      standing: z.array(shape.standingNumber).max(4000),
      /** Against the version before; null in the first one. */
      changes: shape.changes.nullable(),
    }),
  }),
  verify: query({
    summary: {
      zh: '核验一篇公布的文稿：按当时的记录重新计算每个数字',
      en: 'Verify a published text: count every number again on the records as recorded then',
    },
    who: anyone,
    callsPerMinute: 6,
    input: z.object({ text: z.uuid(), version }),
    output: z.object({
      intact: z.boolean(),
      /** The text itself still has the digest that was published with it. */
      wordsIntact: z.boolean(),
      text: z.uuid(),
      version: z.number().int(),
      title: z.string(),
      checkedAt: instant,
      rows: z
        .array(
          z.object({
            publicationId: z.uuid(),
            key: z.string(),
            title: z.object({ zh: z.string(), en: z.string() }),
            verdict: z.enum(['same', 'value-differs', 'records-differ', 'digest-only', 'no-longer-declared']),
          }),
        )
        .max(400),
    }),
  }),
  exportText: query({
    summary: { zh: '公文版式的 PDF 或 Word', en: 'The text as an official document, PDF or Word' },
    who: anyone,
    callsPerMinute: 20,
    input: z.object({ id, version, format: z.enum(['pdf', 'docx']).default('pdf') }),
    output: fileAnswer,
  }),
}
