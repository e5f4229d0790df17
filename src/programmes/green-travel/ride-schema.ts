import { z } from 'zod'
import { command, holding, instant, query } from '#platform/contract.ts'
import { counter, reason, voucherNumber } from './shapes.ts'

/** The organisation of a bus company. */
const companyUnit = z.uuid()

const checkedLines = z.object({
  lines: z.number().int(),
  holds: z.number().int(),
  broken: z.number().int(),
  /** No signature is kept, or nobody knows the voucher: nothing can be said. */
  unknown: z.number().int(),
})

/** One ride as evidence, its reversal, and the signatures behind a difference. */
export const rideOperations = {
  checkDifference: query({
    summary: {
      zh: '核对一条差异的全部签名',
      en: 'Every phone’s signature on the day and route of a difference, checked now',
    },
    who: holding('green-travel.see-files'),
    audited: true,
    input: z.object({ id: z.uuid() }),
    output: z.object({
      /** Rides of the journal. */
      accepted: checkedLines,
      /** Lines that readers handed in and that were refused. */
      refused: checkedLines,
      /** The first that no phone signed. */
      examples: z
        .array(
          z.object({
            voucher: voucherNumber,
            counter: z.number().int(),
            file: z.string().nullable(),
            line: z.number().int().nullable(),
          }),
        )
        .max(50),
    }),
  }),
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
