import { z } from 'zod'
import { personKey } from '#kernel/people/shapes.ts'
import { command, fileAnswer, holding, instant, paging, person, query } from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import { employment, transferState, waiting } from './shapes-members.ts'

const transferFacts = z.object({
  id: z.uuid(),
  number: z.string(),
  state: transferState,
  fromOrganisationId: z.uuid(),
  fromName: z.string(),
  toOrganisationId: z.uuid().nullable(),
  /** The union, or the federation of another city. */
  toName: z.string(),
  isElsewhere: z.boolean(),
  askedAt: instant,
  endedAt: instant.nullable(),
  released: z.boolean(),
  accepted: z.boolean(),
  certificateNo: z.string().nullable(),
})

const toCity = z
  .string()
  .trim()
  .min(4, says('请写全称，如“郑州市总工会”', 'the full name of the federation'))
  .max(80)

const transferRow = transferFacts.extend({
  person: personKey,
  maskedName: z.string(),
  /** What waits for this caller, if anything does: one side's case. */
  mine: waiting.extend({ side: z.enum(['release', 'acceptance']) }).nullable(),
})

export const moving = {
  myTransfer: query({
    summary: {
      zh: '我的会籍转移：在谁手里、到什么时候',
      en: 'My transfer: who has it, since when and until when',
    },
    who: person,
    input: z.object({}),
    output: z.object({
      transfer: transferFacts
        .extend({
          release: waiting.nullable(),
          acceptance: waiting.nullable(),
          /** Why a side said no. */
          reason: z.string().nullable(),
          mayCancel: z.boolean(),
        })
        .nullable(),
    }),
  }),
  askTransfer: command({
    summary: { zh: '申请转移会籍', en: 'Ask for my membership to be moved' },
    who: person,
    callsPerMinute: 10,
    input: z
      .object({
        toOrganisationId: z.uuid().optional(),
        /** The federation of another city, by its full name. */
        toCity: toCity.optional(),
        employment: employment.optional(),
      })
      .refine(
        (wish) => (wish.toOrganisationId === undefined) !== (wish.toCity === undefined),
        says('请选择转入的工会，或填写外市工会', 'choose a union here, or name another city’s federation'),
      ),
    output: z.object({ id: z.uuid(), number: z.string() }),
  }),
  cancelTransfer: command({
    summary: { zh: '撤回会籍转移', en: 'Take a transfer back while it is under way' },
    who: person,
    input: z.object({ id: z.uuid() }),
    output: z.object({ state: transferState }),
  }),
  listTransfers: query({
    summary: { zh: '会籍转移', en: 'Transfers out of and into unions within reach' },
    who: holding('membership.read'),
    input: z.object({
      direction: z.enum(['out', 'in', 'both']).default('both'),
      state: transferState.optional(),
      organisationId: z.uuid().optional(),
      ...paging,
    }),
    output: z.object({ rows: z.array(transferRow).max(200), total: z.number().int() }),
  }),
  getTransfer: query({
    summary: { zh: '一次会籍转移', en: 'One transfer with both sides' },
    who: holding('membership.read'),
    input: z.object({ id: z.uuid() }),
    output: transferFacts.extend({
      person: personKey,
      maskedName: z.string(),
      maskedDocument: z.string().nullable(),
      memberSince: z.iso.date().nullable(),
      release: waiting.nullable(),
      acceptance: waiting.nullable(),
      /** Whether this caller reads the side's case, and so may see its buttons. */
      readsRelease: z.boolean(),
      readsAcceptance: z.boolean(),
    }),
  }),
  decideTransfer: command({
    summary: { zh: '办理会籍转移：同意转出、接收等', en: 'Release, accept or refuse a transfer' },
    // Which side, and whether the level above, is the case's matter: `review` asks for that permission besides.
    who: holding('membership.admit'),
    input: z.object({
      id: z.uuid(),
      side: z.enum(['release', 'acceptance']),
      seq: z.number().int(),
      move: z.enum(['release', 'object', 'release-after-all', 'hold', 'accept', 'refuse']),
      reason: z.string().trim().min(4).max(400).optional(),
    }),
    output: z.object({ state: transferState }),
  }),
  transferCertificate: query({
    summary: { zh: '会籍转移介绍信', en: 'The letter that another city’s federation asks for' },
    who: person,
    audited: true,
    input: z.object({ id: z.uuid() }),
    output: fileAnswer,
  }),
}
