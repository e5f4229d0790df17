import { z } from 'zod'
import { command, holding, instant, query } from '#platform/contract.ts'
import { counter, reason, voucherNumber } from './shapes.ts'

/** The organisation of a bus company. */
const companyUnit = z.uuid()

/** One ride as evidence, and its reversal. */
export const rideOperations = {
  findRide: query({
    summary: {
      zh: '查一次乘车及其签名',
      en: 'One ride of a company, whether the phone signed it, and its reversal',
    },
    who: holding('green-travel.see-files'),
    audited: true,
    sensitive: ['voucher', 'counter'],
    input: z.object({ companyUnit, voucher: voucherNumber, counter }),
    output: z.object({
      day: z.string(),
      route: z.string().nullable(),
      reader: z.string(),
      takenAt: instant,
      readAt: instant.nullable(),
      recordedAt: instant,
      memberFen: z.number().int(),
      unionFen: z.number().int(),
      /** The file and line in which it came; none where a connected reader asked. */
      file: z
        .object({ id: z.number().int(), name: z.string(), line: z.number().int().nullable() })
        .nullable(),
      /** Checked now, by the phone's key: `not-kept` where a connected reader gave no signature. */
      signature: z.enum(['holds', 'broken', 'not-kept']),
      reversal: z.object({ day: z.string(), reason: z.string(), madeBy: z.string() }).nullable(),
    }),
  }),
  reverseRide: command({
    summary: {
      zh: '冲正一次乘车',
      en: 'Reverse a ride that should not have been paid; it counts to the month of today',
    },
    who: holding('green-travel.settle'),
    sensitive: ['voucher', 'counter'],
    input: z.object({ companyUnit, voucher: voucherNumber, counter, reason }),
    output: z.object({ day: z.string(), unionFen: z.number().int() }),
  }),
}
