import { z } from 'zod'
import { command, holding, instant, operations, paging, person, query } from '#platform/contract.ts'
import { purposeIds } from './purposes.ts'
import {
  answer,
  consentRow,
  decision,
  documentKind,
  documentNumber,
  holdingRow,
  personKey,
  personName,
  personRow,
  phone,
  reason,
  requestField,
  requestKind,
  requestRow,
  requestState,
  staffRequestRow,
} from './shapes.ts'

export { documentKind, personKey, type DocumentKind } from './shapes.ts'

const explanation = reason

/** Identity, kept once: what staff see is masked; what a person sees is everything that is held about them. */
export const people = operations('people', {
  listPeople: query({
    summary: { zh: '人员列表（隐去证件号码）', en: 'Persons within reach, masked' },
    who: holding('people.read'),
    input: z.object({
      /** The beginning of a name. */
      search: z.string().trim().max(40).optional(),
      organisationId: z.uuid().optional(),
      sort: z.enum(['newest', 'name']).default('newest'),
      ...paging,
    }),
    output: z.object({ rows: z.array(personRow).max(200), total: z.number().int() }),
  }),
  // A command, so that the number travels in the body, stands in no address, and leaves an audit line.
  lookUpPerson: command({
    summary: { zh: '按证件号码或手机号查人', en: 'Find persons by an exact document number or phone' },
    who: holding('people.read'),
    callsPerMinute: 60,
    sensitive: ['documentNumber', 'phone'],
    input: z.object({
      documentKind: documentKind.default('resident-id'),
      documentNumber: documentNumber.optional(),
      phone: phone.optional(),
    }),
    output: z.object({ rows: z.array(personRow).max(50) }),
  }),
  getPerson: query({
    summary: { zh: '一个人（隐去证件号码）', en: 'One person, masked' },
    who: holding('people.read'),
    input: personKey,
    output: personRow.extend({
      maskedPhone: z.string().nullable(),
      version: z.number().int(),
      erasedAt: instant.nullable(),
      /** Where this row was replaced by another: the one that survives. */
      survivor: personKey.nullable(),
      holdings: z.array(holdingRow),
      openRequests: z.number().int(),
      mayReveal: z.boolean(),
      mayCorrect: z.boolean(),
      mayMerge: z.boolean(),
    }),
  }),
  // An audited query: a command's answer is kept for repeats, and this one must be kept nowhere.
  revealIdentity: query({
    summary: { zh: '查看完整姓名和证件号码（留痕）', en: 'Reveal the name and document number, on record' },
    who: holding('people.reveal'),
    audited: true,
    callsPerMinute: 30,
    input: personKey.extend({ reason }),
    output: z.object({
      name: z.string(),
      documentKind,
      documentNumber: z.string(),
      phone: z.string().nullable(),
    }),
  }),
  correctPerson: command({
    summary: { zh: '更正人员信息', en: 'Correct a name, phone or document' },
    who: holding('people.correct'),
    sensitive: ['name', 'phone', 'documentNumber'],
    input: personKey.extend({
      /** The version that the caller saw. */
      version: z.number().int(),
      name: personName.optional(),
      phone: phone.nullable().optional(),
      documentKind: documentKind.optional(),
      documentNumber: documentNumber.optional(),
      reason,
    }),
    /** A corrected number makes a new row: its key differs from the one that was given. */
    output: personKey.extend({ version: z.number().int() }),
  }),
  mergePeople: command({
    summary: { zh: '合并重复人员', en: 'Join two rows that are one person; no record moves' },
    who: holding('people.merge'),
    input: z.object({ from: personKey, into: personKey, reason }),
    output: personKey,
  }),
  myRecords: query({
    summary: { zh: '平台上关于我的信息', en: 'What is held about me, why, and by which part' },
    who: person,
    input: z.object({}),
    output: z.object({
      name: z.string(),
      documentKind,
      maskedDocument: z.string(),
      maskedPhone: z.string().nullable(),
      since: instant,
      holdings: z.array(holdingRow),
      consents: z.array(consentRow),
      requests: z.array(requestRow).max(100),
    }),
  }),
  giveConsent: command({
    summary: { zh: '同意一项用途', en: 'Consent to one purpose' },
    who: person,
    input: z.object({ purpose: z.enum(purposeIds), version: z.number().int() }),
    output: z.object({ given: z.boolean() }),
  }),
  withdrawConsent: command({
    summary: { zh: '撤回一项同意', en: 'Withdraw a consent; as easy as giving it' },
    who: person,
    input: z.object({ purpose: z.enum(purposeIds) }),
    output: z.object({ given: z.boolean() }),
  }),
  requestCorrection: command({
    summary: { zh: '申请更正我的信息', en: 'Ask for something about me to be corrected' },
    who: person,
    callsPerMinute: 10,
    sensitive: ['wish'],
    input: z.object({ field: requestField, wish: z.string().trim().min(1).max(100), explanation }),
    output: z.object({ id: z.uuid(), dueOn: z.iso.date() }),
  }),
  requestDeletion: command({
    summary: { zh: '申请删除我的信息', en: 'Ask for what is held about me to be deleted' },
    who: person,
    callsPerMinute: 10,
    input: z.object({ explanation }),
    output: z.object({ id: z.uuid(), dueOn: z.iso.date() }),
  }),
  listRequests: query({
    summary: { zh: '更正和删除申请', en: "Persons' requests within reach" },
    who: holding('people.correct'),
    input: z.object({ state: requestState.optional(), kind: requestKind.optional(), ...paging }),
    output: z.object({ rows: z.array(staffRequestRow).max(200), total: z.number().int() }),
  }),
  decideRequest: command({
    summary: {
      zh: '办理更正或删除申请',
      en: 'Grant a request, which carries it out, or refuse it with an answer',
    },
    who: holding('people.correct'),
    input: z.object({
      person: personKey,
      id: z.uuid(),
      decision,
      answer,
    }),
    output: z.object({ state: requestState }),
  }),
})
