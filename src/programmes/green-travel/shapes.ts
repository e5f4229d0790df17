import { z } from 'zod'
import { instant } from '#platform/contract.ts'
import { rideResults, type RideResult } from './rules/results.ts'
import { VOUCHER_NUMBER_MAX } from './rules/voucher-number.ts'

export const text = z.object({ zh: z.string(), en: z.string() })
export const voucherNumber = z.number().int().min(1).max(VOUCHER_NUMBER_MAX)
export const counter = z.number().int().min(1).max(60)
export const rideResult = z.enum(Object.keys(rideResults) as [RideResult, ...RideResult[]])
export const bytes32 = z.base64().length(44)
const signature = z.base64().length(88)
export const reason = z.string().trim().min(4).max(400)
export const day = z.iso.date()

/** A ride as a connected reader hands it in. */
export const askedRide = z.object({
  voucher: voucherNumber,
  counter,
  /** When the phone made the code: the moment in the code. */
  takenAt: z.iso.datetime({ offset: true }),
  /** The reader's number with its company. */
  reader: z.string().min(1).max(24),
  route: z.string().min(1).max(16).optional(),
  /** The phone's signature, kept as evidence for samples and disputes. */
  signature: signature.optional(),
})

export const rideAnswer = z.object({
  result: rideResult,
  /** Whether the rider may board by it: accepted now, or before by the same reader. */
  good: z.boolean(),
  reason: text,
})

export const ownRide = z.object({
  day,
  takenAt: instant,
  route: z.string().nullable(),
  company: z.string(),
  memberFen: z.number().int(),
  unionFen: z.number().int(),
})
