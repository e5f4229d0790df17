import { z } from 'zod'
import { anyone, command, holding, instant, query, signedIn } from '#platform/contract.ts'
import { stationCode } from './shapes.ts'

const reason = z.string().trim().min(4).max(400)

/** How a station goes, and what is said of one that is gone. */
export const leavingOperations = {
  proposeLeaving: command({
    summary: {
      zh: '申请退出或合并',
      en: 'The keeper or an officer proposes that a station leaves, or is merged into another',
    },
    who: signedIn,
    input: z.object({
      code: stationCode,
      /** The code of the station that takes its place. */
      mergedInto: stationCode.nullable().default(null),
      reason,
    }),
    output: z.object({ caseId: z.uuid() }),
  }),
  warnStation: command({
    summary: {
      zh: '发出整改警告',
      en: 'A first warning to a station; a second, a hearing and the decision follow in its case',
    },
    who: holding('stations.check'),
    input: z.object({ code: stationCode, reason }),
    output: z.object({ caseId: z.uuid() }),
  }),
  notePlateReturned: command({
    summary: { zh: '登记门牌收回', en: 'Note that the plate of a gone station was brought back' },
    who: holding('stations.plates'),
    input: z.object({ code: stationCode, to: z.string().trim().min(2).max(40) }),
    output: z.object({ returnedAt: instant }),
  }),
  getLeaving: query({
    summary: {
      zh: '驿站的退出情况',
      en: 'Why a station is gone and which is the nearest open one, for whoever stands before its door',
    },
    who: anyone,
    input: z.object({ code: stationCode }),
    output: z.object({
      gone: z
        .object({
          kind: z.enum(['voluntary', 'merged', 'withdrawn']),
          on: z.string(),
          mergedInto: z.object({ code: z.string(), name: z.string() }).nullable(),
        })
        .nullable(),
      nearest: z
        .object({ code: z.string(), name: z.string(), address: z.string(), distanceMetres: z.number().int() })
        .nullable(),
    }),
  }),
  getLeavingCases: query({
    summary: { zh: '一个驿站的退出办件', en: "A station's cases of leaving and withdrawal" },
    who: signedIn,
    input: z.object({ code: stationCode }),
    output: z.object({
      leaving: z.object({ caseId: z.uuid(), state: z.string(), isOpen: z.boolean() }).nullable(),
      withdrawal: z.object({ caseId: z.uuid(), state: z.string(), isOpen: z.boolean() }).nullable(),
      gone: z
        .object({ kind: z.string(), on: z.string(), reason: z.string(), plateReturnedAt: instant.nullable() })
        .nullable(),
      /** The same count that stands before a suspension or a withdrawal of the certificate. */
      warningsThisYear: z.number().int(),
      mayPropose: z.boolean(),
      mayWarn: z.boolean(),
      mayNotePlate: z.boolean(),
    }),
  }),
}
