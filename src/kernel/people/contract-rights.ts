import { z } from 'zod'
import { command, holding, instant, paging, person, query } from '#platform/contract.ts'
import {
  answer,
  consentRow,
  decision,
  documentKind,
  holdingRow,
  personKey,
  reason,
  requestField,
  requestKind,
  requestRow,
  requestState,
  staffRequestRow,
} from './shapes.ts'
import { purposeIds } from './purposes.ts'

/** What a person may see, allow and ask for about themselves (PIPL chapter IV), and who answers it. */
export const rightsOperations = {
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
    input: z.object({ field: requestField, wish: z.string().trim().min(1).max(100), explanation: reason }),
    output: z.object({ id: z.uuid(), dueOn: z.iso.date() }),
  }),
  requestDeletion: command({
    summary: { zh: '申请删除我的信息', en: 'Ask for what is held about me to be deleted' },
    who: person,
    callsPerMinute: 10,
    input: z.object({ explanation: reason }),
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
}
