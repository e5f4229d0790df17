import { z } from 'zod'
import { instant } from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import { standing } from './shapes-unions.ts'

const fen = z
  .number()
  .int(says('金额精确到分', 'whole fen'))
  .min(1, says('金额应大于零', 'an amount is above zero'))
  .max(100_000_000_00)
const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const members = z.number().int().min(1).max(1_000_000)

export const milestone = z.discriminatedUnion('kind', [
  z.object({ id, kind: z.literal('founded'), amountFen: fen }),
  z.object({
    id,
    kind: z.literal('members'),
    atLeast: members,
    perMemberFen: fen,
    limitFen: fen,
    newFormOnly: z.boolean(),
  }),
  z.object({
    id,
    kind: z.literal('kept'),
    months: z.number().int().min(1).max(60),
    atLeast: members,
    amountFen: fen,
  }),
])

export const policyRow = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  name: z.string(),
  documentNumber: z.string(),
  validFrom: z.iso.date(),
  validUntil: z.iso.date(),
  milestones: z.array(milestone).max(10),
  closedAt: instant.nullable(),
  projects: z.number().int(),
  /** In fen: given, held for approved claims, paid, and what is left. */
  budgetFen: z.number().int(),
  heldFen: z.number().int(),
  paidFen: z.number().int(),
  availableFen: z.number().int(),
  accountId: z.uuid(),
})

export const measured = z.object({
  isReached: z.boolean(),
  counted: z.number().int(),
  needed: z.number().int(),
  amountFen: z.number().int(),
  notBefore: z.iso.date().nullable(),
})

export const claimRow = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  policyName: z.string(),
  milestone,
  measuredOn: z.iso.date(),
  counted: z.number().int(),
  amountFen: z.number().int(),
  claimedAt: instant,
  claimedBy: z.string(),
  note: z.string(),
  files: z.array(z.object({ id: z.uuid(), name: z.string() })).max(20),
  receipt: z.string().nullable(),
  paidOn: z.iso.date().nullable(),
  reclaimedFen: z.number().int(),
  standing,
})

export const projectRow = z.object({
  id: z.uuid(),
  policyId: z.uuid(),
  policyName: z.string(),
  unionId: z.uuid(),
  unionName: z.string(),
  openedOn: z.iso.date(),
  claims: z.number().int(),
  paidFen: z.number().int(),
})
