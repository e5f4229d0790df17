import { z } from 'zod'
import { anyone, command, holding, paging, query, signedIn } from '#platform/contract.ts'
import {
  answerKind,
  facilityId,
  position,
  presence,
  reportKind,
  reportRow,
  reportState,
  stationCode,
  visitorKey,
} from './shapes.ts'

/** What somebody met at the door, and what its keeper answers. */
export const reportOperations = {
  reportStation: command({
    summary: {
      zh: '一键反映问题',
      en: 'Report a locked door or something broken, with the proof of presence there is',
    },
    who: anyone,
    sensitive: ['presence', 'visitorKey', 'position'],
    callsPerMinute: 10,
    input: z.object({
      code: stationCode,
      kind: reportKind,
      facility: facilityId.nullable().default(null),
      words: z.string().trim().max(300).default(''),
      presence,
      position: position.optional(),
      visitorKey,
      /** By the phone's clock, where it waited for a network; see `dateReport` for what is believed. */
      madeAt: z.iso.datetime().optional(),
    }),
    output: z.object({ report: reportRow }),
  }),
  reopenReport: command({
    summary: { zh: '问题还在', en: 'The reporter says that it is not settled' },
    who: anyone,
    sensitive: ['visitorKey'],
    input: z.object({ id: z.uuid(), words: z.string().trim().max(300).default(''), visitorKey }),
    output: z.object({ report: reportRow }),
  }),
  settleReport: command({
    summary: { zh: '问题解决了', en: 'The reporter says that it is settled' },
    who: anyone,
    sensitive: ['visitorKey'],
    input: z.object({ id: z.uuid(), visitorKey }),
    output: z.object({ report: reportRow }),
  }),
  answerReport: command({
    summary: { zh: '答复反映', en: 'The keeper (or an officer) answers a report' },
    who: signedIn,
    input: z.object({ id: z.uuid(), answer: answerKind, words: z.string().trim().max(300).default('') }),
    output: z.object({ report: reportRow }),
  }),
  listReports: query({
    summary: { zh: '问题反映列表', en: 'Reports within reach' },
    who: holding('stations.read'),
    input: z.object({
      state: reportState.optional(),
      kind: reportKind.optional(),
      late: z.boolean().optional(),
      search: z.string().trim().max(60).optional(),
      ...paging,
    }),
    output: z.object({ rows: z.array(reportRow), total: z.number().int() }),
  }),
}
