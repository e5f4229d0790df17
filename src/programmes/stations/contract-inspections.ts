import { z } from 'zod'
import { command, holding, instant, paging, query, signedIn } from '#platform/contract.ts'
import { day, photoKind, standardName } from './shapes-certificates.ts'
import { answer, candidate, inspectionRow, roundRow, roundShape } from './shapes-inspections.ts'
import { position, presenceProof, stationCode, text } from './shapes.ts'

const inspector = z.object({ bk: z.number().int(), id: z.uuid() })

/** Stations in the order of the way; a repeat visit is named by the visit it repeats. */
const stops = z.array(stationCode).min(1).max(40)

export const inspectionOperations = {
  suggestRound: query({
    summary: { zh: '建议一天的检查路线', en: 'Stations worth a visit, in the order of the way' },
    who: holding('stations.inspect'),
    input: z.object({
      adcode: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
      count: z.number().int().min(1).max(40).default(8),
      day,
    }),
    output: z.object({ rows: z.array(candidate).max(40), metres: z.number().int() }),
  }),
  orderRound: query({
    summary: { zh: '重新排路线', en: 'The same stations in a shorter order' },
    who: holding('stations.inspect'),
    input: z.object({ codes: stops, from: position.optional() }),
    output: z.object({
      codes: z.array(z.string()).max(40),
      metres: z.number().int(),
      before: z.number().int(),
    }),
  }),
  listInspectors: query({
    summary: { zh: '可以去检查的人', en: 'Who may be sent' },
    who: holding('stations.inspect'),
    input: z.object({}),
    output: z.object({
      rows: z.array(inspector.extend({ name: z.string(), organisationName: z.string() })).max(100),
    }),
  }),
  planRound: command({
    summary: { zh: '安排一天的检查', en: "Plan a day's unannounced visits" },
    who: holding('stations.inspect'),
    input: z.object({ day, codes: stops, inspector: inspector.optional() }),
    output: z.object({ id: z.uuid() }),
  }),
  changeRound: command({
    summary: { zh: '改检查路线', en: 'Change which stations are on a route and in which order' },
    who: holding('stations.inspect'),
    input: z.object({ id: z.uuid(), revision: z.number().int(), codes: stops }),
    output: z.object({ revision: z.number().int() }),
  }),
  listRounds: query({
    summary: { zh: '检查路线', en: 'Routes, newest day first' },
    who: holding('stations.inspect'),
    input: z.object({ mine: z.boolean().default(false), from: day.optional(), ...paging }),
    output: z.object({ rows: z.array(roundRow), total: z.number().int() }),
  }),
  getRound: query({
    summary: { zh: '一条检查路线', en: 'One route, with the checklists, for the phone to keep' },
    who: holding('stations.inspect'),
    input: z.object({ id: z.uuid() }),
    output: roundShape,
  }),
  beginInspection: command({
    summary: { zh: '开始检查', en: 'Begin a visit; whoever comes second is told who is there' },
    who: holding('stations.inspect'),
    input: z.object({ id: z.uuid() }),
    output: z.object({ begunAt: instant }),
  }),
  callOffInspection: command({
    summary: { zh: '取消检查', en: 'Call a visit off' },
    who: holding('stations.inspect'),
    input: z.object({ id: z.uuid(), reason: z.string().trim().min(4).max(400) }),
    output: z.object({ calledOff: z.boolean() }),
  }),
  submitInspection: command({
    summary: {
      zh: '提交检查结果',
      en: 'What was found; sent again under its key it is the same result',
    },
    who: holding('stations.inspect'),
    sensitive: ['challenge', 'presence', 'position'],
    input: z.object({
      id: z.uuid(),
      /** Made by the phone when the visit began there. */
      key: z.string().min(16).max(64),
      startedAt: z.iso.datetime(),
      endedAt: z.iso.datetime(),
      answers: z.record(z.string().max(40), answer),
      photos: z
        .array(z.object({ what: photoKind, fileId: z.uuid(), capturedAt: z.iso.datetime() }))
        .max(20)
        .default([]),
      words: z.string().trim().max(1000).default(''),
      challenge: z.string().max(600).optional(),
      presence: z.string().max(600).optional(),
      position: position.optional(),
      /** Said again after being told that somebody else was there. */
      confirmed: z.array(z.enum(['at-once'])).default([]),
    }),
    output: z.object({
      repeated: z.boolean(),
      isPassed: z.boolean(),
      failing: z.array(text),
      repeatDueOn: day.nullable(),
      /** Photos that prove nothing, with why; the answers stand all the same. */
      photosLeft: z.array(z.object({ what: photoKind, why: text })).max(20),
    }),
  }),
  listInspections: query({
    summary: { zh: '检查结果', en: 'Results of inspections within reach' },
    who: holding('stations.read'),
    input: z.object({
      adcode: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
      isPassed: z.boolean().optional(),
      code: stationCode.optional(),
      search: z.string().trim().max(60).optional(),
      ...paging,
    }),
    output: z.object({ rows: z.array(inspectionRow), total: z.number().int() }),
  }),
  getInspection: query({
    summary: { zh: '一次检查的结果', en: 'One result, for staff and for the station it is about' },
    who: signedIn,
    input: z.object({ id: z.uuid() }),
    output: inspectionRow.extend({
      startedAt: instant,
      words: z.string(),
      proof: presenceProof,
      distanceMetres: z.number().int().nullable(),
      standard: standardName,
      parts: z
        .array(
          z.object({
            title: text,
            isPassed: z.boolean(),
            answers: z.array(z.object({ words: text, answer, isGood: z.boolean() })).max(20),
            photos: z.array(z.object({ url: z.string(), thumbnailUrl: z.string() })).max(20),
          }),
        )
        .max(20),
    }),
  }),
}
