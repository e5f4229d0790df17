import { z } from 'zod'

const text = z.object({ zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) })
const claimId = z.uuid()
const claimIds = z.array(claimId).min(1).max(20)

/** What holds between claims, or should. Each kind is judged by a rule of its own (`rules/relations/`). */
export const relation = z.discriminatedUnion('kind', [
  /** The parts make up the whole. Not `complete`: the text names some of them only. */
  z.object({
    kind: z.literal('sum'),
    parts: claimIds,
    whole: claimId.nullable(),
    /** Where no claim says the whole, but something else does: the fare of a bus. */
    fixed: z.object({ value: z.number(), what: text }).optional(),
    complete: z.boolean(),
  }),
  /** One times the other makes the third. */
  z.object({ kind: z.literal('product'), factors: claimIds.length(2), product: claimId }),
  /** One over the other, held against bounds that somebody set and says why. */
  z.object({
    kind: z.literal('quotient'),
    over: claimId,
    under: z.union([claimId, z.object({ value: z.number().positive(), what: text })]),
    /** In which the result is told: 元/人次. */
    unit: text,
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    ground: text,
  }),
  /** A rate needs what was counted and out of how many. */
  z.object({
    kind: z.literal('rate'),
    rate: claimId,
    numerator: claimId.nullable(),
    denominator: claimId.nullable(),
  }),
  /** The same number, said in several places. */
  z.object({ kind: z.literal('same'), claims: claimIds.min(2) }),
  /** A series whose name says how many there are: 六文明. */
  z.object({
    kind: z.literal('names'),
    declared: z.number().int().positive(),
    named: z.array(z.string().trim().min(1).max(40)).max(40),
  }),
  /** What was named, beside the name that whoever gave it uses. */
  z.object({
    kind: z.literal('name'),
    said: z.string().trim().min(1).max(60),
    official: z.string().trim().min(1).max(60),
    source: text,
  }),
  /** What is counted over time needs its time. */
  z.object({ kind: z.literal('period'), claim: claimId }),
])

export type Relation = z.output<typeof relation>

/** The claims that a relation is about. */
export function claimsIn(one: Relation): string[] {
  switch (one.kind) {
    case 'sum':
      return [...one.parts, ...(one.whole === null ? [] : [one.whole])]
    case 'product':
      return [...one.factors, one.product]
    case 'quotient':
      return [one.over, ...(typeof one.under === 'string' ? [one.under] : [])]
    case 'rate':
      return [one.rate, one.numerator, one.denominator].filter((id) => id !== null)
    case 'same':
      return one.claims
    case 'period':
      return [one.claim]
    default:
      return []
  }
}
