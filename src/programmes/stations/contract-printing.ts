import { z } from 'zod'
import { command, fileAnswer, holding, instant, query } from '#platform/contract.ts'
import { reason, stationCode } from './shapes.ts'

/** What leaves the platform: the roster as a file, and the plates on the doors. */
export const printingOperations = {
  exportStations: query({
    summary: { zh: '导出驿站名册', en: 'Export the roster of stations within reach' },
    who: holding('stations.export'),
    audited: true,
    input: z.object({
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      reason,
      adcode: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
      withPhones: z.boolean().default(false),
    }),
    output: fileAnswer,
  }),
  plateSheet: query({
    summary: { zh: '驿站二维码门牌（A4）', en: 'Printable plates with QR codes, one A4 page a station' },
    who: holding('stations.plates'),
    audited: true,
    input: z.object({ codes: z.array(stationCode).min(1).max(400) }),
    output: fileAnswer,
  }),
  reissuePlate: command({
    summary: { zh: '换发门牌', en: 'Make a new plate code; the old one ends' },
    who: holding('stations.plates'),
    input: z.object({ code: stationCode, reason }),
    output: z.object({ issuedAt: instant }),
  }),
}
