import { z } from 'zod'
import { command, holding, paging, person, query } from '#platform/contract.ts'
import {
  adcode,
  documentNumber,
  electionReport,
  issuedDocument,
  matterContent,
  matterRow,
  officerRow,
  standing,
  termRow,
  termStage,
  unionForm,
  unionRow,
  unionTrade,
  womenBody,
} from './shapes-unions.ts'

const seq = z.number().int().min(1)
const done = z.object({ state: z.string(), seq: z.number().int() })
const reason = z.string().trim().min(4).max(1000)

/** A union's life: its face, its officers and terms, what it wants changed, and its end. */
export const termOperations = {
  listUnions: query({
    summary: { zh: '工会台账', en: 'Unions within reach, with their terms' },
    who: holding('membership.read-unions'),
    input: z.object({
      search: z.string().trim().max(60).optional(),
      form: unionForm.optional(),
      newForm: z.boolean().optional(),
      trade: unionTrade.optional(),
      adcode: adcode.optional(),
      parentId: z.uuid().optional(),
      /** due: within six months. */
      stage: z.enum(['due', ...termStage.options]).optional(),
      vacantOnly: z.boolean().default(false),
      state: z.enum(['active', 'dissolved', 'all']).default('active'),
      sort: z.enum(['name', 'term', 'members', 'founded']).default('name'),
      descending: z.boolean().default(false),
      ...paging,
    }),
    output: z.object({
      rows: z.array(unionRow).max(200),
      total: z.number().int(),
      /** Active unions within reach, by where their terms stand; whatever is filtered. */
      stages: z.array(z.object({ stage: termStage, count: z.number().int() })).max(10),
    }),
  }),
  getUnion: query({
    summary: { zh: '一个工会', en: 'One union: form, officers, terms, matters, papers' },
    who: holding('membership.read-unions'),
    input: z.object({ id: z.uuid() }),
    output: unionRow.extend({
      version: z.number().int(),
      workers: z.number().int().nullable(),
      women: womenBody.nullable(),
      retained: z.number().int(),
      newFormMembers: z.number().int(),
      officers: z.array(officerRow).max(500),
      terms: z.array(termRow).max(50),
      /** Since when the chair is vacant and until when it is to be filled; null where somebody sits. */
      vacancy: z.object({ since: z.iso.date(), dueOn: z.iso.date() }).nullable(),
      matters: z.array(matterRow).max(100),
      documents: z.array(issuedDocument).max(100),
      mayKeep: z.boolean(),
      mayDecide: z.boolean(),
      suggestedNumber: z.string().nullable(),
    }),
  }),
  keepUnion: command({
    summary: { zh: '维护工会基本情况', en: 'Keep the face of a union' },
    who: holding('membership.keep-union'),
    input: z.object({
      id: z.uuid(),
      /** 0 where it has none yet. */
      version: z.number().int().min(0),
      form: unionForm,
      newForm: z.boolean(),
      trade: unionTrade.nullable(),
      foundedOn: z.iso.date(),
      workers: z.number().int().min(0).max(1_000_000).nullable(),
      women: womenBody.nullable(),
    }),
    output: z.object({ version: z.number().int() }),
  }),
  recordTerm: command({
    summary: { zh: '补录一届委员会', en: 'Put a term on record that was elected before' },
    who: holding('membership.approve-unions'),
    input: z.object({ id: z.uuid(), report: electionReport }),
    output: z.object({ termNo: z.number().int() }),
  }),
  recordLegalPerson: command({
    summary: { zh: '登记工会法人资格', en: 'Record a union’s own credit code' },
    who: holding('membership.approve-unions'),
    input: z.object({ id: z.uuid(), creditCode: z.string().trim().toUpperCase().max(18) }),
    output: z.object({ creditCode: z.string() }),
  }),
  vacateOffice: command({
    summary: { zh: '登记工会干部离任', en: 'Record that an officer left before the end of the term' },
    who: holding('membership.keep-union'),
    input: z.object({ officerId: z.uuid(), untilDay: z.iso.date(), why: z.string().trim().min(2).max(200) }),
    output: z.object({ byElectionDueOn: z.iso.date().nullable() }),
  }),
  proposeMatter: command({
    summary: {
      zh: '提出工会事项（换届、更名、撤销等）',
      en: 'Propose a matter for the level above to decide',
    },
    who: holding('membership.keep-union'),
    sensitive: ['content'],
    input: z.object({ id: z.uuid(), content: matterContent, reason }),
    output: z.object({ matterId: z.uuid(), caseId: z.uuid() }),
  }),
  grantMatter: command({
    summary: { zh: '批复工会事项', en: 'Grant a matter and carry it out' },
    who: holding('membership.approve-unions'),
    input: z.object({ matterId: z.uuid(), seq, documentNumber }),
    output: done.extend({ outcome: z.record(z.string(), z.union([z.string(), z.number()])) }),
  }),
  myDissolution: query({
    summary: { zh: '我所在工会的撤销', en: 'Whether my union is to end, and what I wish' },
    who: person,
    input: z.object({}),
    output: z.object({
      pending: z
        .object({
          matterId: z.uuid(),
          unionName: z.string(),
          reason: z.string(),
          standing,
          wish: z.object({ toOrganisationId: z.uuid(), name: z.string() }).nullable(),
          choices: z.array(z.object({ id: z.uuid(), name: z.string() })).max(100),
        })
        .nullable(),
    }),
  }),
  wishOnDissolution: command({
    summary: { zh: '工会撤销时我的会籍去向', en: 'Where my membership goes when my union ends' },
    who: person,
    input: z.object({
      matterId: z.uuid(),
      /** Null: it is kept (retained). */
      toOrganisationId: z.uuid().nullable(),
    }),
    output: z.object({ toOrganisationId: z.uuid().nullable() }),
  }),
}
