import { z } from 'zod'
import { command, holding, instant, paging, query, signedIn } from '#platform/contract.ts'
import { photo, stationCode } from './shapes.ts'
import {
  applicationDraft,
  applicationRow,
  applicationWish,
  handoverRow,
  mobilePhone,
  personName,
} from './shapes-becoming.ts'

const reason = z.string().trim().min(4).max(400)

/** Becoming a station, and handing over its keys. */
export const becomingOperations = {
  applyStation: command({
    summary: {
      zh: '申请设立爱心驿站',
      en: 'A host unit applies for a station; the county checks, the city decides',
    },
    who: signedIn,
    sensitive: ['keeper'],
    callsPerMinute: 10,
    input: z.object(applicationWish),
    output: z.object({ id: z.uuid(), caseId: z.uuid() }),
  }),
  correctApplication: command({
    summary: { zh: '补正后重新提交', en: 'Send an application in again that came back' },
    who: signedIn,
    sensitive: ['keeper'],
    input: z.object({
      id: z.uuid(),
      seq: z.number().int(),
      ...applicationWish,
      /** Pictures of the version before that stay, by their file. */
      kept: z.array(z.uuid()).max(10).default([]),
    }),
    output: z.object({ seq: z.number().int() }),
  }),
  agreeToKeep: command({
    summary: {
      zh: '同意担任管理员',
      en: 'Whoever an application names as keeper agrees, signed in by that phone, or declines',
    },
    who: signedIn,
    input: z.object({ id: z.uuid(), seq: z.number().int(), agrees: z.boolean(), reason: reason.optional() }),
    output: z.object({ seq: z.number().int() }),
  }),
  forwardApplication: command({
    summary: {
      zh: '初审同意，报市总',
      en: 'The county has checked the application, by a visit or by papers, and sends it up',
    },
    who: holding('stations.check'),
    input: z.object({
      id: z.uuid(),
      seq: z.number().int(),
      visitedOn: z.iso.date().nullable().default(null),
      found: z.string().trim().min(4).max(1000),
    }),
    output: z.object({ seq: z.number().int() }),
  }),
  grantApplication: command({
    summary: { zh: '批准设站', en: 'The city decides for the station: it is created and its plate issued' },
    who: holding('stations.decide'),
    input: z.object({
      id: z.uuid(),
      seq: z.number().int(),
      note: z.string().trim().max(1000).default(''),
      confirmed: z.array(z.string().max(60)).max(20).default([]),
    }),
    output: z.object({ code: z.string() }),
  }),
  listApplications: query({
    summary: { zh: '设站申请', en: 'Applications within reach' },
    who: holding('stations.read'),
    input: z.object({ search: z.string().trim().max(60).optional(), ...paging }),
    output: z.object({ rows: z.array(applicationRow).max(200), total: z.number().int() }),
  }),
  myApplications: query({
    summary: { zh: '我的设站申请', en: 'Applications that the caller sent in, or is to keep' },
    who: signedIn,
    input: z.object({}),
    output: z.object({ rows: z.array(applicationRow).max(50) }),
  }),
  getApplication: query({
    summary: { zh: '一份设站申请', en: 'One application, for the applicant, its keeper and its officers' },
    who: signedIn,
    input: z.object({ id: z.uuid() }),
    output: applicationRow.extend({
      seq: z.number().int(),
      version: z.number().int(),
      draft: applicationDraft,
      place: z.object({ longitude: z.number(), latitude: z.number() }),
      keeper: z.object({ name: z.string(), phone: z.string(), agreedAt: instant.nullable() }),
      photos: z.array(photo).max(20),
      neighbours: z.array(z.object({ code: z.string(), name: z.string(), metres: z.number().int() })).max(50),
      submittedAt: instant,
      mayForward: z.boolean(),
      mayGrant: z.boolean(),
      mayCorrect: z.boolean(),
      mayAgree: z.boolean(),
    }),
  }),
  offerHandover: command({
    summary: {
      zh: '移交管理员',
      en: 'The keeper, or an officer, offers the station to a successor; both must agree',
    },
    who: signedIn,
    sensitive: ['phone'],
    input: z.object({ code: stationCode, name: personName, phone: mobilePhone }),
    output: z.object({ id: z.uuid() }),
  }),
  answerHandover: command({
    summary: {
      zh: '答复移交',
      en: 'Keeper or successor agrees or declines; the second yes hands over at once',
    },
    who: signedIn,
    input: z.object({ id: z.uuid(), agrees: z.boolean() }),
    output: z.object({ outcome: z.enum(['waiting', 'handed-over', 'declined', 'taken-back']) }),
  }),
  listHandovers: query({
    summary: {
      zh: '管理员移交记录',
      en: "A station's hand-overs, newest first; without a code those that wait for the caller",
    },
    who: signedIn,
    input: z.object({ code: stationCode.optional() }),
    output: z.object({ rows: z.array(handoverRow).max(50) }),
  }),
}
