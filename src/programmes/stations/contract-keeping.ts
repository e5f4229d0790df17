import { z } from 'zod'
import { command, holding, query, signedIn } from '#platform/contract.ts'
import { openNow, reportRow, stationCode } from './shapes.ts'
import { openingSpanSchema } from './rules/opening-hours-schema.ts'

/** What a station’s keeper does, and who that is. */
export const keepingOperations = {
  myStations: query({
    summary: { zh: '我管理的驿站', en: 'The stations that the caller keeps, with what waits there' },
    who: signedIn,
    input: z.object({}),
    output: z.object({
      rows: z
        .array(
          z.object({
            code: z.string(),
            name: z.string(),
            openNow,
            reports: z.array(reportRow),
            checkIns7Days: z.number().int(),
          }),
        )
        .max(50),
    }),
  }),
  announceException: command({
    summary: { zh: '公告临时开放时间', en: 'The keeper announces a day that differs; no spans mean closed' },
    who: signedIn,
    input: z.object({
      code: stationCode,
      date: z.iso.date(),
      spans: z.array(openingSpanSchema).max(6),
      note: z.string().trim().max(100).default(''),
    }),
    output: z.object({ version: z.number().int() }),
  }),
  appointKeeper: command({
    summary: { zh: '指定驿站管理员', en: 'Appoint the keeper, by phone; the one before ends' },
    who: holding('stations.edit'),
    sensitive: ['phone'],
    input: z.object({
      code: stationCode,
      name: z.string().trim().min(2).max(20),
      phone: z
        .string()
        .trim()
        .regex(/^1[3-9]\d{9}$/),
    }),
    output: z.object({ id: z.uuid() }),
  }),
}
