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
  /** The day on which it was taken back; the ride itself stays. */
  reversedOn: day.nullable(),
})

const month = z.string()
const fen = z.number().int()

export const budget = z.object({
  id: z.number().int(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  name: z.string(),
  fromMonth: month,
  toMonth: month,
  paused: z.boolean(),
  slices: z.number().int(),
  grantedFen: fen,
  spentFen: fen,
  /** Held by vouchers that are out: it becomes spent, or comes back. */
  reservedFen: fen,
  freeFen: fen,
  /** When it is spent if the weeks to come are like those seen; nine in ten lie within the range. */
  runsOut: z.object({ likely: day, earliest: day, latest: day.nullable() }).nullable(),
  weeksSeen: z.number().int(),
})

export const budgetDetail = z.object({
  budget,
  days: z.array(z.object({ day, unionFen: fen, rides: z.number().int() })),
  appropriations: z.array(
    z.object({
      id: z.uuid(),
      amountFen: fen,
      document: z.string(),
      reason: z.string(),
      madeBy: z.string(),
      at: instant,
    }),
  ),
  events: z.array(
    z.object({ kind: z.enum(['paused', 'resumed']), reason: z.string(), madeBy: z.string(), at: instant }),
  ),
})

export const company = z.object({
  id: z.number().int(),
  organisationId: z.uuid(),
  name: z.string(),
  routes: z.array(
    z.object({ id: z.number().int(), code: z.string(), name: z.string(), endedOn: day.nullable() }),
  ),
  readers: z.array(
    z.object({ id: z.number().int(), code: z.string(), registeredOn: day, retiredOn: day.nullable() }),
  ),
})

export const terms = z.object({
  fromDay: day,
  memberFen: z.number().int().min(0).max(10_000),
  unionFen: z.number().int().min(1).max(10_000),
  ridesPerDay: z.number().int().min(1).max(20),
  ridesPerMonth: z.number().int().min(1).max(400),
  voucherDays: z.number().int().min(1).max(3),
  codeSeconds: z.number().int().min(10).max(300),
  clockToleranceSeconds: z.number().int().min(0).max(900),
  lateDays: z.number().int().min(0).max(60),
  retentionMonths: z.number().int().min(1).max(120),
})
