import { z } from 'zod'
import { instant } from '#platform/contract.ts'
import { says } from '#platform/text.ts'

/** As long as a yearly report with all its annexes; more belongs into two. */
const PARAGRAPHS_MAX = 4000
const PARAGRAPH_MAX = 20_000
const NUMBERS_MAX = 400

const figureKey = z.string().regex(/^[a-z][A-Za-z0-9-]*\.[a-z][A-Za-z0-9]*$/)

/**
 * What a number in the text stands on: a figure on a day, a recorded claim of another publication, or a source outside the
 * platform that the writer names.
 */
const bound = z.union([
  z.object({ figure: figureKey, asOf: z.iso.date() }),
  z.object({ claim: z.uuid() }),
  z.object({ source: z.string().trim().min(2).max(120) }),
])

/** Offsets are UTF-16 units within the paragraph, `end` the first one behind. */
export const draftNumber = z.object({
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  bound,
  /** Put in as one piece of the figure's words: the caret steps over it. Where the figure has moved on, it is marked. */
  live: z.boolean(),
})

export const draftParagraph = z
  .object({
    text: z.string().max(PARAGRAPH_MAX, says('一段最多两万字', 'at most 20,000 characters a paragraph')),
    numbers: z.array(draftNumber).max(NUMBERS_MAX),
  })
  .refine(({ text, numbers }) => standsInText(text, numbers), {
    error: says('标出的数字不在文中', 'a number stands outside its paragraph'),
  })

function standsInText(text: string, numbers: readonly z.infer<typeof draftNumber>[]): boolean {
  let last = 0
  return numbers.every(({ start, end }) => {
    const stands = start >= last && start < end && end <= text.length
    last = end
    return stands
  })
}

/** Kinds of text; an official letter or notice carries a number and an addressee (GB/T 9704-2012, 7.2.5 and 7.3.2). */
export const draftKind = z.enum(['report', 'notice', 'letter'])

export const draftContent = z.object({
  title: z
    .string()
    .trim()
    .min(2, says('标题至少两个字', 'at least 2 characters'))
    .max(120, says('标题最多120个字', 'at most 120 characters')),
  kind: draftKind,
  addressee: z.string().trim().max(200),
  documentNumber: z.string().trim().max(40),
  signer: z.string().trim().max(80),
  dated: z.iso.date().nullable(),
  paragraphs: z.array(draftParagraph).max(PARAGRAPHS_MAX),
})

export type DraftContent = z.infer<typeof draftContent>
export type DraftParagraph = z.infer<typeof draftParagraph>
export type DraftNumber = z.infer<typeof draftNumber>
export type Bound = z.infer<typeof bound>

export const draftState = z.enum(['writing', 'handed-in', 'discarded', 'published'])
export const draftMove = z.enum([
  'hand-in',
  'take-back',
  'send-back',
  'discard',
  'restore',
  'publish',
  'correct',
])

export const draftLine = z.object({
  id: z.uuid(),
  title: z.string(),
  kind: draftKind,
  state: draftState,
  organisationName: z.string(),
  begunByName: z.string(),
  savedByName: z.string(),
  savedAt: instant,
})

export const draftWhole = draftLine.extend({
  revision: z.number().int(),
  content: draftContent,
  /** How often it was published; its public page stands at the text's id. */
  published: z.number().int(),
  /** The case in which it is decided whether it is published. */
  caseId: z.uuid().nullable(),
  /** What the caller may do, so that buttons and rules cannot drift apart. */
  mayWrite: z.boolean(),
  mayMove: z.array(draftMove),
  versions: z
    .array(z.object({ revision: z.number().int(), savedByName: z.string(), savedAt: instant }))
    .max(200),
  moves: z
    .array(
      z.object({
        move: draftMove,
        revision: z.number().int(),
        reason: z.string(),
        madeByName: z.string(),
        madeAt: instant,
      }),
    )
    .max(200),
})
