import { z } from 'zod'
import { instant } from '#platform/contract.ts'
import { says } from '#platform/text.ts'

export const text = z.object({ zh: z.string(), en: z.string() })

export const unionForm = z.enum(['committee', 'organiser', 'joint', 'association'])
export const unionTrade = z.enum(['courier', 'rider', 'truck', 'ride-hailing'])
export type UnionTrade = z.infer<typeof unionTrade>
export const unitKind = z.enum(['enterprise', 'institution', 'government', 'social-organisation'])
export const scope = z.enum(['one-unit', 'several-units', 'area', 'trade'])
export const officeDuty = z.enum(['chair', 'vice-chair', 'committee', 'organiser', 'audit', 'women'])
export type OfficeDuty = z.infer<typeof officeDuty>
export const womenBody = z.enum(['committee', 'commissioner'])
export const termStage = z.enum(['running', 'due-6', 'due-3', 'due-1', 'overdue', 'unknown'])

export const count = z
  .number()
  .int()
  .min(0, says('人数不能是负数', 'a number of people is not negative'))
  .max(1_000_000)

export const personName = z
  .string()
  .trim()
  .min(1, says('请填写姓名', 'give a name'))
  .max(50, says('姓名最多50个字', 'a name has at most 50 characters'))

export const adcode = z.string().regex(/^\d{6}$/, says('请选择县区', 'choose a district'))

/** The number of a paper: the issuer's word, the year in hexagonal brackets, a running number. */
export const documentNumber = z
  .string()
  .trim()
  .max(40)
  .regex(
    /^[^〔〕]{1,20}〔20\d{2}〕[1-9]\d{0,4}号$/,
    says('发文字号写作：新工组〔2026〕12号', 'a document number reads: 新工组〔2026〕12号'),
  )

export const officer = z.object({
  name: personName,
  duty: officeDuty,
  votes: z.number().int().min(0).max(1_000_000),
  isRelativeOfHead: z.boolean().default(false),
  isHeadOrInChargeOfWages: z.boolean().default(false),
})

/** What a members' meeting elected. */
export const electionReport = z.object({
  heldOn: z.iso.date(),
  meeting: z.enum(['members', 'delegates']),
  entitled: z.number().int().min(1).max(1_000_000),
  present: z.number().int().min(1).max(1_000_000),
  termYears: z.union([z.literal(3), z.literal(5)]),
  officers: z.array(officer).min(1, says('请填写选举产生的人员', 'name who was elected')).max(60),
})
export type ElectionReport = z.output<typeof electionReport>

export const issuedDocument = z.object({
  number: z.string(),
  kind: z.enum(['preparation', 'election', 'matter']),
  issuerName: z.string(),
  issuedOn: z.iso.date(),
})

/** Where a case stands, for a list. */
export const standing = z.object({
  caseId: z.uuid(),
  state: z.string(),
  stateTitle: text,
  outcome: z.enum(['granted', 'refused', 'withdrawn', 'closed']).nullable(),
  dueOn: z.iso.date().nullable(),
})

export const officerRow = z.object({
  id: z.uuid(),
  duty: officeDuty,
  name: z.string(),
  termNo: z.number().int(),
  fromDay: z.iso.date(),
  untilDay: z.iso.date().nullable(),
  whyEnded: z.string().nullable(),
})

export const termRow = z.object({
  no: z.number().int(),
  years: z.number().int(),
  fromDay: z.iso.date(),
  untilDay: z.iso.date(),
  /** A postponed election, where the level above granted one. */
  extendedTo: z.iso.date().nullable(),
  extensionNumber: z.string().nullable(),
})

export const unionRow = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.string(),
  adcode: z.string(),
  parentId: z.uuid().nullable(),
  parentName: z.string(),
  creditCode: z.string().nullable(),
  state: z.enum(['active', 'dissolved']),
  form: unionForm,
  newForm: z.boolean(),
  trade: unionTrade.nullable(),
  foundedOn: z.iso.date().nullable(),
  members: z.number().int(),
  chairName: z.string().nullable(),
  /** The last day of the term, an extension included; null where none is on record. */
  termUntil: z.iso.date().nullable(),
  stage: termStage,
})

export const matterKind = z.enum([
  'rename',
  'move',
  'merge',
  'dissolve',
  're-election',
  'by-election',
  'extension',
])
export type MatterKind = z.infer<typeof matterKind>

/** What each kind of matter says. */
export const matterContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rename'), name: z.string().trim().min(4).max(80) }),
  z.object({ kind: z.literal('move'), toParentId: z.uuid() }),
  /** This union goes up in the other, with its members. */
  z.object({ kind: z.literal('merge'), intoId: z.uuid() }),
  z.object({
    kind: z.literal('dissolve'),
    /** Why: the unit ended, or another lawful reason (工会法 article 13). */
    unitEnded: z.boolean(),
    unitEndedOn: z.iso.date().nullable(),
  }),
  z.object({ kind: z.literal('re-election'), report: electionReport }),
  z.object({ kind: z.literal('by-election'), report: electionReport }),
  z.object({ kind: z.literal('extension'), untilDay: z.iso.date() }),
])
export type MatterContent = z.output<typeof matterContent>

export const matterRow = z.object({
  id: z.uuid(),
  kind: matterKind,
  content: matterContent,
  reason: z.string(),
  proposedAt: instant,
  madeBy: z.string(),
  /** What the content names by id, in words: where it is to move, into which it merges. */
  targetName: z.string().nullable(),
  outcome: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
  documentNumber: z.string().nullable(),
  standing,
})
