import { z } from 'zod'
import { command, holding, instant, paging, query } from '#platform/contract.ts'
import {
  comparedSide,
  documentKind,
  documentNumber,
  duplicatePair,
  holdingRow,
  mergeRow,
  personKey,
  personName,
  personRow,
  phone,
  reason,
} from './shapes.ts'

/** Persons as staff meet them: masked, and each look at a whole number with its reason. */
export const deskOperations = {
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
  unmergePeople: command({
    summary: { zh: '撤销一次合并', en: 'Take a merge back; every record stays where it was' },
    who: holding('people.merge'),
    input: z.object({ /** The row that was replaced. */ person: personKey, reason }),
    output: personKey,
  }),
  comparePeople: query({
    summary: { zh: '并排比较两条人员记录（隐去证件号码）', en: 'Two rows side by side, masked' },
    who: holding('people.read'),
    input: z.object({ first: personKey, second: personKey }),
    inBody: true,
    output: z.object({
      first: comparedSide,
      second: comparedSide,
      isSameName: z.boolean(),
      isSamePhone: z.boolean(),
      isMerged: z.boolean(),
      mayMerge: z.boolean(),
    }),
  }),
  listDuplicates: query({
    summary: { zh: '可能重复的人员', en: 'Pairs that may be one person, without reading a number' },
    who: holding('people.merge'),
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(duplicatePair).max(200), total: z.number().int() }),
  }),
  keepPeopleApart: command({
    summary: { zh: '确认不是同一人', en: 'Two rows that look like one person are two' },
    who: holding('people.merge'),
    input: z.object({ first: personKey, second: personKey, reason }),
    output: z.object({}),
  }),
  listMerges: query({
    summary: { zh: '合并记录', en: 'Merges, those that stand and those taken back' },
    who: holding('people.merge'),
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(mergeRow).max(200), total: z.number().int() }),
  }),
}
