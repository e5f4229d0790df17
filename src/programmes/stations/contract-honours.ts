import { z } from 'zod'
import { anyone, command, holding, instant, query } from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import { stationCode } from './shapes.ts'

export const honourLevel = z.enum(['national-best', 'provincial', 'municipal', 'county'])
const reason = z.string().trim().min(4).max(400)

export const honourRow = z.object({
  id: z.uuid(),
  level: honourLevel,
  title: z.string(),
  documentNo: z.string(),
  issuer: z.string(),
  namedOn: z.string(),
  /** The document itself, where it was filed. */
  documentUrl: z.string().nullable(),
  revokedOn: z.string().nullable(),
  revokedReason: z.string().nullable(),
})

/** Honours of stations, with the documents that they stand on. */
export const honourOperations = {
  nameStation: command({
    summary: { zh: '登记驿站荣誉', en: 'Register an honour of a station with its document' },
    who: holding('stations.decide'),
    input: z.object({
      code: stationCode,
      level: honourLevel,
      title: z.string().trim().min(4).max(60),
      documentNo: z.string().trim().min(4, says('请填写文号', 'give the number of the document')).max(60),
      issuer: z.string().trim().min(2).max(60),
      namedOn: z.iso.date(),
      fileId: z.uuid().nullable().default(null),
    }),
    output: z.object({ id: z.uuid() }),
  }),
  revokeHonour: command({
    summary: { zh: '撤销驿站荣誉', en: 'An honour was revoked by whoever gave it; the record stays' },
    who: holding('stations.decide'),
    input: z.object({ id: z.uuid(), revokedOn: z.iso.date(), reason }),
    output: z.object({ revoked: z.boolean() }),
  }),
  listHonours: query({
    summary: { zh: '驿站荣誉', en: 'Honours of a station, with their documents' },
    who: anyone,
    input: z.object({ code: stationCode }),
    output: z.object({ rows: z.array(honourRow).max(50) }),
  }),
  answerHonourWatch: command({
    summary: {
      zh: '处理荣誉复核提示',
      en: 'A person decides on an honour whose station no longer meets its standard',
    },
    who: holding('stations.decide'),
    input: z.object({ id: z.uuid(), answer: z.enum(['keeps', 'reported-up']), reason }),
    output: z.object({ answeredAt: instant }),
  }),
  listHonourWatches: query({
    summary: { zh: '荣誉复核', en: 'Honours whose stations no longer meet their standard' },
    who: holding('stations.read'),
    input: z.object({ openOnly: z.boolean().default(true) }),
    output: z.object({
      rows: z
        .array(
          z.object({
            id: z.uuid(),
            stationCode: z.string(),
            stationName: z.string(),
            honour: honourRow,
            why: z.string(),
            since: instant,
            answer: z.enum(['keeps', 'reported-up', 'revoked']).nullable(),
            answeredBy: z.string().nullable(),
            reason: z.string().nullable(),
            mayAnswer: z.boolean(),
          }),
        )
        .max(200),
    }),
  }),
}
