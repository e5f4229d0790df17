import { z } from 'zod'
import { purposeIds } from '#kernel/people/purposes.ts'
import { documentKind, documentNumber, personName, personKey, reason } from '#kernel/people/shapes.ts'
import { anyone, command, holding, instant, paging, query, signedIn } from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import {
  applicationState,
  employment,
  identityCheck,
  joinCode,
  place,
  transferLetter,
  waiting,
  words,
} from './shapes-members.ts'

const ownApplication = z.object({
  id: z.uuid(),
  number: z.string(),
  place,
  state: applicationState,
  employment,
  appliedAt: instant,
  letter: transferLetter.nullable(),
  waiting,
  /** Why it was sent back or refused, in the officer's words. */
  reason: z.string().nullable(),
})

const applicationRow = z.object({
  id: z.uuid(),
  number: z.string(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  maskedName: z.string(),
  employment,
  state: applicationState,
  appliedAt: instant,
  caseId: z.uuid(),
  seq: z.number().int(),
  dueOn: z.iso.date().nullable(),
  isLate: z.boolean(),
  risen: z.boolean(),
})

const doubt = z.object({
  kind: z.enum(['member-elsewhere', 'member-here', 'same-document', 'known-by-another-phone', 'left-before']),
  text: words,
})

export const joining = {
  joinPlace: query({
    summary: { zh: '入会码指向的工会', en: 'The union that a join code leads to' },
    who: anyone,
    callsPerMinute: 60,
    input: z.object({ code: joinCode }),
    output: place,
  }),
  findUnions: query({
    summary: { zh: '找一家工会加入', en: 'Unions that take members, by name or by district' },
    who: anyone,
    callsPerMinute: 60,
    input: z.object({
      search: z.string().trim().max(40).optional(),
      adcode: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
      /** Associations of a trade or an area, for whoever's employer has no union. */
      associationsOnly: z.boolean().default(false),
      organisationId: z.uuid().optional(),
      page: paging.page,
      pageSize: z.number().int().min(1).max(50).default(20),
    }),
    output: z.object({ rows: z.array(place).max(50), total: z.number().int() }),
  }),
  myJoining: query({
    summary: { zh: '我的入会情况', en: 'Where my wish to join stands' },
    who: signedIn,
    input: z.object({}),
    output: z.object({
      application: ownApplication.nullable(),
      /** Known persons need not type who they are. */
      isKnown: z.boolean(),
      maskedName: z.string().nullable(),
      membership: z
        .object({
          organisationId: z.uuid(),
          organisationName: z.string(),
          fromDay: z.iso.date(),
          status: z.enum(['active', 'retained']),
        })
        .nullable(),
      hasOpenTransfer: z.boolean(),
    }),
  }),
  // Answers the same whether or not somebody with this document is known: who is asking is not proved yet.
  applyToJoin: command({
    summary: { zh: '申请入会', en: 'Apply to join a union' },
    who: signedIn,
    callsPerMinute: 10,
    sensitive: ['name', 'documentNumber'],
    input: z.object({
      organisationId: z.uuid(),
      code: joinCode.optional(),
      name: personName.optional(),
      documentKind: documentKind.default('resident-id'),
      documentNumber: documentNumber.optional(),
      employment,
      /** For whoever was a member in another city. */
      letter: transferLetter.optional(),
      consents: z.array(z.enum(purposeIds)).max(20).default([]),
      /** That they wish to join by themselves, and read what is kept about them and why. */
      confirmed: z.literal(true, says('请确认自愿加入工会', 'confirm that you wish to join')),
    }),
    output: z.object({ id: z.uuid(), number: z.string(), dueOn: z.iso.date().nullable() }),
  }),
  sendApplicationAgain: command({
    summary: { zh: '补正后重新提交入会申请', en: 'Send an application again after it was returned' },
    who: signedIn,
    callsPerMinute: 10,
    sensitive: ['name', 'documentNumber'],
    input: z.object({
      id: z.uuid(),
      seq: z.number().int(),
      name: personName.optional(),
      documentKind: documentKind.default('resident-id'),
      documentNumber: documentNumber.optional(),
      employment,
      letter: transferLetter.optional(),
    }),
    output: z.object({ dueOn: z.iso.date().nullable() }),
  }),
  listApplications: query({
    summary: { zh: '入会申请', en: 'Applications to join, within reach' },
    who: holding('membership.read'),
    input: z.object({
      state: applicationState.optional(),
      /** Those that wait for a decision. */
      waitingOnly: z.boolean().default(false),
      organisationId: z.uuid().optional(),
      employment: employment.optional(),
      /** The short number, or a part of the union's name. */
      search: z.string().trim().max(40).optional(),
      sort: z.enum(['oldest', 'newest']).default('oldest'),
      ...paging,
    }),
    output: z.object({ rows: z.array(applicationRow).max(200), total: z.number().int() }),
  }),
  getApplication: query({
    summary: { zh: '一份入会申请', en: 'One application, masked, with what to look at' },
    who: holding('membership.read'),
    input: z.object({ id: z.uuid() }),
    output: applicationRow.extend({
      maskedDocument: z.string().nullable(),
      maskedPhone: z.string().nullable(),
      source: z.enum(['poster', 'search']),
      letter: transferLetter.nullable(),
      /** The person, once they are known. */
      person: personKey.nullable(),
      identityCheck: identityCheck.nullable(),
      doubts: z.array(doubt).max(10),
      /** Where the document is on a roll already: what deciding leads to is a transfer. */
      memberOf: z.object({ organisationId: z.uuid(), name: z.string(), since: z.iso.date() }).nullable(),
      mayReveal: z.boolean(),
    }),
  }),
  // An audited query: a command's answer is kept for repeats, and this one must be kept nowhere.
  revealApplicant: query({
    summary: { zh: '查看申请人完整信息（留痕）', en: 'Reveal who applies, on record' },
    who: holding('membership.admit'),
    audited: true,
    inBody: true,
    callsPerMinute: 30,
    input: z.object({ id: z.uuid(), reason }),
    output: z.object({
      name: z.string(),
      documentKind,
      documentNumber: z.string(),
      phone: z.string().nullable(),
    }),
  }),
  decideApplication: command({
    summary: {
      zh: '批准入会，或转为会籍转移',
      en: 'Admit an applicant, or begin the transfer that it really is',
    },
    // Who decides an appeal is the case's matter: `review` asks for that permission besides.
    who: holding('membership.admit'),
    input: z.object({
      id: z.uuid(),
      seq: z.number().int(),
      move: z.enum(['approve', 'move-over', 'admit-after-all']),
      identity: identityCheck,
      note: z.string().trim().min(1).max(400).optional(),
    }),
    output: z.object({ state: applicationState, transferId: z.uuid().nullable() }),
  }),
}
