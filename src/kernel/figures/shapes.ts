import { z } from 'zod'
import { instant } from '#platform/contract.ts'
import { says } from '#platform/text.ts'

/** The nouns of figures, as they cross the wire. */
export const text = z.object({ zh: z.string(), en: z.string() })

export const figureKey = z.string().regex(/^[a-z][A-Za-z0-9-]*\.[a-z][A-Za-z0-9]*$/)
const dimension = z.enum([
  'places',
  'persons',
  'turns',
  'money',
  'organisations',
  'documents',
  'awards',
  'ratio',
])
const counted = z.enum(['record', 'estimate', 'declared'])
export const opensTo = z.enum(['everybody', 'groups-of-ten'])

/** Null where there is nothing to divide by, or where fewer than ten stand behind it (`fewerThanTen`). */
export const value = {
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  fewerThanTen: z.boolean(),
}

export const declared = {
  key: figureKey,
  title: text,
  definition: text,
  unit: text,
  chapter: text,
  dimension,
  counted,
  opensTo,
}

const point = z.object({ period: z.string(), value: z.number().nullable() })
const trend = z.object({
  title: text,
  step: z.enum(['day', 'month', 'year']),
  /** Null: hidden, because it or a neighbour counts fewer than ten. */
  points: z.array(point).max(1000),
})

export const breakdown = z.object({
  id: z.string(),
  by: text,
  /** Too few to be told apart without telling of single people. */
  tooFew: z.boolean(),
  rows: z.array(z.object({ key: z.string(), label: text, value: z.number().nullable() })).max(1000),
})

export const owner = z.object({ id: z.string(), title: text })

/** `owner` is the module that declares it. */
export const listedFigure = z.object({
  ...declared,
  ...value,
  owner,
  trend: trend.nullable(),
  /** Ids of its breakdowns, such as `adcode` where it is told by district. */
  parts: z.array(z.string()).max(20),
})

export const recordColumn = z.object({
  id: z.string(),
  title: text,
  kind: z.enum(['text', 'number', 'day', 'instant']),
  words: z.record(z.string(), text).nullable(),
})
export const recordRow = z.object({
  key: z.string(),
  cells: z.array(z.union([z.string(), z.number(), z.null()])),
  /** By column: where the record can be seen. */
  hrefs: z.array(z.string().nullable()),
})

/** SHA-256 over the record list in its canonical form; see `exportFigure` with format `canonical`. */
export const recordDigest = z.object({ sha256: z.string(), records: z.number().int(), recordedUpTo: instant })

export const proposalDraft = {
  title: z
    .string()
    .trim()
    .min(4, says('标题至少四个字', 'at least 4 characters'))
    .max(80, says('标题最多80个字', 'at most 80 characters')),
  /** Today where none is given; never a day to come. */
  asOf: z.iso.date().optional(),
  keys: z.array(figureKey).min(1, says('请至少选择一个数字', 'choose at least one figure')).max(200),
  note: z.string().trim().max(400).default(''),
  /** An earlier publication that this one corrects. */
  corrects: z.uuid().optional(),
}

export const proposal = z.object({
  id: z.uuid(),
  title: z.string(),
  asOf: z.iso.date(),
  keys: z.array(z.string()),
  note: z.string(),
  corrects: z.uuid().nullable(),
  organisationName: z.string(),
  proposedByName: z.string(),
  proposedAt: instant,
  state: z.enum(['open', 'approved', 'declined', 'withdrawn']),
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
  reason: z.string().nullable(),
  publicationId: z.uuid().nullable(),
  /** What the caller may do, so that buttons and rules cannot drift apart. */
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
})

export const publication = {
  id: z.uuid(),
  title: z.string(),
  asOf: z.iso.date(),
  /** Records known at this moment were counted, and no later ones. */
  recordedUpTo: instant,
  publishedAt: instant,
  note: z.string(),
  proposedByName: z.string(),
  approvedByName: z.string(),
  digest: z.string(),
  seal: z.object({ no: z.number().int(), digest: z.string() }).nullable(),
  corrects: z.uuid().nullable(),
  correctedBy: z.uuid().nullable(),
}

/** As it stood when it was published, in the words of then. */
export const publishedValue = z.object({
  ...declared,
  ...value,
  records: z.number().int().nullable(),
  /** Of the record list. */
  sha256: z.string(),
})

const verdict = z.enum([
  'same',
  'value-differs',
  'records-differ',
  /** Its records were lawfully purged since: only the digest can still be shown. */
  'digest-only',
  'no-longer-declared',
])
export const verifiedRow = z.object({
  key: z.string(),
  title: text,
  verdict,
  frozen: z.object({ ...value, records: z.number().int().nullable(), sha256: z.string() }),
  now: z.object({ ...value, records: z.number().int().nullable(), sha256: z.string() }).nullable(),
})

/** A day that has come; today where none is given. */
export const asOf = z.iso.date().optional()

/** Why somebody opens single records, or sends a proposal back. */
export const reason = z
  .string()
  .trim()
  .min(4, says('请写明理由，至少四个字', 'say why, in at least 4 characters'))
  .max(400)

/** Public answers are kept this long, in the process and by caches. */
export const PUBLIC_CACHE_SECONDS = 60
