import { z } from 'zod'
import { instant } from '#platform/contract.ts'
import { MARKS } from './rules/drafts/finding.ts'
import { dimension, verdict, why } from './shapes-claims.ts'
import { draftKind } from './shapes-drafts.ts'

/** The nouns of published texts, as they cross the wire. */
const text = z.object({ zh: z.string(), en: z.string() })

export const mark = z.enum(MARKS)

/** Why a number stands that contradicts, is out of date or has a wrong unit; kept and shown beside it. */
export const explained = z.object({
  paragraph: z.number().int().min(0),
  words: z.string().min(1).max(200),
  reason: z.string().trim().min(4).max(400),
})

/** A number of a published text. Offsets are UTF-16 units within the paragraph. */
export const publishedNumber = z.object({
  start: z.number().int(),
  end: z.number().int(),
  words: z.string(),
  mark,
  /** The arithmetic with which it was approved. */
  lines: z.array(text),
  /** The figure that it is bound to, and the day that it was frozen for. */
  figure: z.object({ key: z.string(), title: text, asOf: z.iso.date(), publicationId: z.uuid() }).nullable(),
  /** The claim of another publication that it repeats; versions before claims could be repeated have none. */
  claim: z.object({ id: z.uuid(), words: z.string(), title: text, where: text }).nullish(),
  source: z.string().nullable(),
  /** Why it stands although it is marked. */
  reason: z.string().nullable(),
})

export const publishedParagraph = z.object({
  kind: z.enum(['heading', 'subheading', 'text']),
  text: z.string(),
  numbers: z.array(publishedNumber),
})

export const publishedContent = z.object({
  title: z.string(),
  kind: draftKind,
  addressee: z.string(),
  documentNumber: z.string(),
  signer: z.string(),
  dated: z.iso.date().nullable(),
  paragraphs: z.array(publishedParagraph),
})

export type PublishedContent = z.infer<typeof publishedContent>
export type PublishedParagraph = z.infer<typeof publishedParagraph>
export type PublishedNumber = z.infer<typeof publishedNumber>

const piece = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })

export const changes = z.object({
  /** Paragraphs that are not as before. */
  paragraphs: z.array(z.array(piece)).max(4000),
  numbers: z.array(z.object({ title: text, before: z.string().nullable(), after: z.string().nullable() })),
})

export const textLine = z.object({
  id: z.uuid(),
  title: z.string(),
  kind: draftKind,
  organisationName: z.string(),
  documentNumber: z.string(),
  version: z.number().int(),
  asOf: z.iso.date(),
  publishedAt: instant,
})

/** A number of the text as a claim of its own: where it stands, and what is found of it now. */
export const standingNumber = z.object({
  paragraph: z.number().int(),
  start: z.number().int(),
  claimId: z.uuid(),
  verdict: verdict.nullable(),
  why: why.nullable(),
})

export const textVersion = z.object({ version: z.number().int(), publishedAt: instant, reason: z.string() })

export const knownFigure = z.object({
  key: z.string(),
  title: text,
  unit: text,
  dimension: z.enum(['places', 'persons', 'turns', 'money', 'organisations', 'documents', 'awards', 'ratio']),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  inTens: z.boolean(),
  asOf: z.iso.date(),
  earlier: z.array(z.object({ asOf: z.iso.date(), value: z.number().nullable() })).max(500),
})

export const knownClaim = z.object({
  id: z.uuid(),
  title: text,
  words: z.string(),
  value: z.number(),
  low: z.number(),
  high: z.number().nullable(),
  unit: text,
  dimension,
  where: text,
  verdict,
  why: why.nullable(),
  lines: z.array(text).max(40),
})
