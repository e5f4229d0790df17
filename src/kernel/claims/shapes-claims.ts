import { z } from 'zod'
import { instant } from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import { relation } from './relation-schema.ts'

/** The nouns of claims, as they cross the wire. */
export const text = z.object({ zh: z.string(), en: z.string() })

export const figureKey = z.string().regex(/^[a-z][A-Za-z0-9-]*\.[a-z][A-Za-z0-9]*$/)

export const dimension = z.enum([
  'places',
  'persons',
  'turns',
  'money',
  'money-of-others',
  'cover',
  'organisations',
  'documents',
  'awards',
  'ratio',
  'area',
  'duration',
  'things',
])

export const verdict = z.enum(['agrees', 'rounds', 'out-of-date', 'contradicts', 'cannot-be-checked'])

export const why = z.enum([
  'unbound',
  'no-value',
  'fewer-than-ten',
  'no-terms',
  'no-period',
  'parts-missing',
  'whole-unstated',
  'not-addable',
  'some-unnamed',
  'more-named',
  'out-of-bounds',
  'name-differs',
  'plausible',
])

export const judgement = z.object({
  verdict,
  why: why.nullable(),
  lines: z.array(text).max(40),
  asOf: z.iso.date(),
})

const words = z
  .string()
  .trim()
  .min(1, says('请写出原文里的数字', 'write the number as it was printed'))
  .max(20, says('只写数字本身，最多20个字', 'the number alone, at most 20 characters'))

const topic = (max: number) => z.string().trim().min(2).max(max)

export const sourceDraft = {
  medium: z.string().trim().min(2).max(60),
  title: z.string().trim().min(2).max(120),
  saidOn: z.iso.date(),
  href: z.url({ protocol: /^https?$/ }).optional(),
}

/** Low and high are what the words may be taken to mean; left out, they are what `value` says exactly. */
export const claimDraft = {
  sourceId: z.uuid(),
  topicZh: topic(60),
  topicEn: topic(120),
  words,
  value: z.number(),
  low: z.number().optional(),
  high: z.number().nullable().optional(),
  unitZh: z.string().trim().min(1).max(12),
  unitEn: z.string().trim().min(1).max(24),
  dimension,
  ofDay: z.iso.date(),
  since: z.iso.date().optional(),
  figureKey: figureKey.optional(),
}

export const source = z.object({
  id: z.uuid(),
  medium: z.string(),
  title: z.string(),
  saidOn: z.iso.date(),
  href: z.string().nullable(),
  claims: z.number().int(),
})

export const claimRow = z.object({
  id: z.uuid(),
  version: z.number().int(),
  topic: text,
  words: z.string(),
  value: z.number(),
  low: z.number(),
  /** Null: no upper end. */
  high: z.number().nullable(),
  unit: text,
  dimension,
  ofDay: z.iso.date(),
  since: z.iso.date().nullable(),
  figureKey: z.string().nullable(),
  figureTitle: text.nullable(),
  medium: z.string(),
  sourceTitle: z.string(),
  sourceId: z.uuid(),
  saidOn: z.iso.date(),
  /** The claim of another publication that it repeats. */
  repeatsId: z.uuid().nullable(),
  /** The published text whose number it is; corrected with that text, and not by itself. */
  textId: z.uuid().nullable(),
  state: z.enum(['standing', 'withdrawn']),
  judgement: judgement.nullable(),
})

export const relationRow = z.object({
  id: z.uuid(),
  version: z.number().int(),
  code: z.string().nullable(),
  title: text,
  relation,
  claims: z.array(z.object({ id: z.uuid(), topic: text, words: z.string() })).max(40),
  judgement: judgement.nullable(),
})

export const judgedBefore = judgement.extend({ judgedAt: instant })
export const versionLine = z.object({
  version: z.number().int(),
  words: z.string(),
  figureKey: z.string().nullable(),
  reason: z.string(),
  madeBy: z.string(),
  recordedAt: instant,
})
