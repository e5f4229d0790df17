import { z } from 'zod'
import { command, fileAnswer, holding, instant, paging, query, signedIn } from '#platform/contract.ts'
import { adviceLine, application, dossierDocument, foundingRow } from './shapes-founding.ts'
import {
  adcode,
  documentNumber,
  electionReport,
  issuedDocument,
  personName,
  standing,
  unionForm,
} from './shapes-unions.ts'

const seq = z.number().int().min(1)
const done = z.object({ state: z.string(), seq: z.number().int() })

const memberLine = z.object({
  name: personName,
  documentNumber: z.string().trim().max(30),
  phone: z.string().trim().max(20).default(''),
})

/** From the first application to the registered union. Whoever is signed in may apply; the level above decides. */
export const foundingOperations = {
  listLevelsAbove: query({
    summary: { zh: '可以受理建会的上一级工会', en: 'Federations and associations that take a new union' },
    who: signedIn,
    input: z.object({ adcode, form: unionForm }),
    output: z.object({
      rows: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.string() })).max(200),
    }),
  }),
  applyToFound: command({
    summary: { zh: '申请建会', en: 'Apply to found a union' },
    who: signedIn,
    callsPerMinute: 10,
    sensitive: ['contactPhone', 'people'],
    input: application,
    output: z.object({ id: z.uuid(), caseId: z.uuid() }),
  }),
  refileFounding: command({
    summary: { zh: '补正后重新提交建会申请', en: 'Send a returned application again' },
    who: signedIn,
    sensitive: ['application'],
    input: z.object({ id: z.uuid(), seq, application }),
    output: done,
  }),
  addFoundingMembers: command({
    summary: { zh: '登记筹备中工会的会员', en: 'Put people on the roll of a union in preparation' },
    who: signedIn,
    callsPerMinute: 30,
    sensitive: ['people'],
    input: z.object({ id: z.uuid(), people: z.array(memberLine).min(1).max(500) }),
    output: z.object({
      /** In the order given. */
      rows: z
        .array(
          z.object({
            outcome: z.enum(['added', 'known', 'member-elsewhere', 'refused']),
            problem: z.object({ zh: z.string(), en: z.string() }).nullable(),
          }),
        )
        .max(500),
      members: z.number().int(),
    }),
  }),
  removeFoundingMember: command({
    summary: { zh: '从筹备中工会的名册移出', en: 'Take somebody off the roll in preparation' },
    who: signedIn,
    input: z.object({ id: z.uuid(), person: z.object({ bk: z.number().int(), id: z.uuid() }) }),
    output: z.object({ members: z.number().int() }),
  }),
  reportElection: command({
    summary: { zh: '报送选举结果', en: 'Report what the members’ meeting elected' },
    who: signedIn,
    sensitive: ['report'],
    input: z.object({ id: z.uuid(), seq, report: electionReport }),
    output: done,
  }),
  myFoundings: query({
    summary: { zh: '我的建会申请', en: 'Unions that I applied to found' },
    who: signedIn,
    input: z.object({}),
    output: z.object({ rows: z.array(foundingRow).max(50) }),
  }),
  getFounding: query({
    summary: { zh: '一件建会申请', en: 'One founding: what was applied for, and what came of it' },
    who: signedIn,
    input: z.object({ id: z.uuid() }),
    output: foundingRow.extend({
      application,
      advice: z.array(adviceLine).max(100),
      filings: z.number().int(),
      isMine: z.boolean(),
      organisationId: z.uuid().nullable(),
      /** What was found missing when it was sent back. */
      missing: z.array(z.string()).max(50),
      documents: z.array(issuedDocument).max(10),
      roll: z
        .array(
          z.object({
            person: z.object({ bk: z.number().int(), id: z.uuid() }),
            name: z.string(),
            maskedDocument: z.string().nullable(),
          }),
        )
        .max(2000),
      election: electionReport.extend({ reportedAt: instant }).nullable(),
      /** Papers that can be made now. */
      dossier: z.array(dossierDocument).max(10),
      suggestedNumber: z.string().nullable(),
    }),
  }),
  listFoundings: query({
    summary: { zh: '建会申请列表', en: 'Applications within reach' },
    who: holding('membership.read-unions'),
    input: z.object({
      view: z.enum(['open', 'ended', 'all']).default('open'),
      state: z.string().max(60).optional(),
      search: z.string().trim().max(60).optional(),
      adcode: adcode.optional(),
      ...paging,
    }),
    output: z.object({
      rows: z.array(foundingRow).max(200),
      total: z.number().int(),
      /** How many stand where, whatever is filtered. */
      counts: z
        .array(z.object({ state: z.string(), title: standing.shape.stateTitle, count: z.number().int() }))
        .max(20),
    }),
  }),
  approveFounding: command({
    summary: { zh: '批复同意筹建工会', en: 'Approve the preparation of a union' },
    who: holding('membership.approve-unions'),
    input: z.object({ id: z.uuid(), seq, documentNumber }),
    output: done,
  }),
  returnFounding: command({
    summary: { zh: '退回建会申请补正', en: 'Send an application back with what is missing' },
    who: holding('membership.approve-unions'),
    input: z.object({
      id: z.uuid(),
      seq,
      missing: z.array(z.string().trim().min(2).max(100)).min(1).max(20),
      reason: z.string().trim().min(2).max(500),
    }),
    output: done,
  }),
  registerUnion: command({
    summary: { zh: '批复选举结果，登记工会', en: 'Approve the election and register the union' },
    who: holding('membership.approve-unions'),
    input: z.object({ id: z.uuid(), seq, documentNumber }),
    output: done.extend({ organisationId: z.uuid(), members: z.number().int() }),
  }),
  dossierFile: query({
    summary: { zh: '建会文书', en: 'A paper of the dossier, for Word or as PDF' },
    who: signedIn,
    audited: true,
    input: z.object({ id: z.uuid(), document: dossierDocument, format: z.enum(['docx', 'pdf']) }),
    output: fileAnswer,
  }),
}
