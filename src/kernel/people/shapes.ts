import { z } from 'zod'
import { instant } from '#platform/contract.ts'
import { says } from '#platform/text.ts'

/** The nouns of this part, read by its contract, its pages and later parts' contracts. */

export const personKey = z.object({ bk: z.number().int().min(0).max(63), id: z.uuid() })

export const documentKind = z.enum(['resident-id', 'passport', 'hk-macao-permit', 'taiwan-permit'])
export type DocumentKind = z.infer<typeof documentKind>

/** As typed; `server/rules` reads it, repairs full-width digits and says what is wrong with it. */
export const documentNumber = z.string().min(1, says('请填写证件号码', 'a document number is needed')).max(60)

export const personName = z
  .string()
  .min(1, says('请填写姓名', 'a name is needed'))
  .max(60, says('姓名最多60个字', 'a name has at most 60 characters'))

export const phone = z.string().min(1).max(40)

export const reason = z
  .string()
  .trim()
  .min(6, says('请写明原因，至少6个字', 'a reason of at least 6 characters'))
  .max(400, says('最多400个字', 'at most 400 characters'))

/** What a person reads as the outcome of their request. */
export const answer = z
  .string()
  .trim()
  .min(6, says('请写明给本人的答复，至少6个字', 'an answer of at least 6 characters'))
  .max(400, says('最多400个字', 'at most 400 characters'))

export const decision = z.enum(
  ['granted', 'refused'],
  says('请选择同意或不同意', 'choose to grant or to refuse'),
)

const words = z.object({ zh: z.string(), en: z.string() })

/** A person as a list shows them: name and number are masked before they leave the server. */
export const personRow = personKey.extend({
  maskedName: z.string(),
  documentKind,
  /** `null` once the person is erased. */
  maskedDocument: z.string().nullable(),
  homeOrganisationId: z.uuid().nullable(),
  homeOrganisationName: z.string().nullable(),
  createdAt: instant,
})
export type PersonRow = z.output<typeof personRow>

/** What a module holds about a person, and why. */
export const holdingRow = z.object({
  module: z.string(),
  moduleTitle: words,
  what: words,
  why: words,
  count: z.number().int(),
  href: z.string().optional(),
})

/** One row beside another: what is held of it, masked, and what hangs on it. */
export const comparedSide = personRow.extend({
  maskedPhone: z.string().nullable(),
  holdings: z.array(holdingRow),
})
export type ComparedSide = z.output<typeof comparedSide>

/** Why two rows may be one person. */
export const duplicatePair = z.object({
  first: personRow,
  second: personRow,
  because: z.enum(['same-phone-same-name', 'same-phone-similar-name']),
})
export type DuplicatePair = z.output<typeof duplicatePair>

export const mergeRow = z.object({
  from: personRow,
  into: personRow,
  reason: z.string(),
  madeBy: z.string(),
  at: instant,
  undoneBy: z.string().nullable(),
  undoneReason: z.string().nullable(),
})
export type MergeRow = z.output<typeof mergeRow>

export type HoldingRow = z.output<typeof holdingRow>

export const consentRow = z.object({
  purpose: z.string(),
  title: words,
  wording: words,
  version: z.number().int(),
  given: z.boolean(),
  /** The words changed since they were agreed to; the consent is asked for again. */
  outdated: z.boolean(),
  history: z.array(z.object({ given: z.boolean(), version: z.number().int(), at: instant })),
})
export type ConsentRow = z.output<typeof consentRow>

export const requestKind = z.enum(['correction', 'deletion'])
export const requestField = z.enum(['name', 'document', 'phone', 'other'])
export const requestState = z.enum(['open', 'granted', 'refused'])

export const requestRow = z.object({
  id: z.uuid(),
  kind: requestKind,
  field: requestField.nullable(),
  explanation: z.string(),
  state: requestState,
  dueOn: z.iso.date(),
  madeAt: instant,
  decidedAt: instant.nullable(),
  answer: z.string().nullable(),
})
export type RequestRow = z.output<typeof requestRow>

export const staffRequestRow = requestRow.extend({
  person: personKey,
  maskedName: z.string(),
  homeOrganisationName: z.string().nullable(),
  /** What is wished, masked where it is a number. */
  maskedWish: z.string().nullable(),
  decidedBy: z.string().nullable(),
})
export type StaffRequestRow = z.output<typeof staffRequestRow>
