import { z } from 'zod'
import { instant } from '#platform/contract.ts'

/** Money is whole fen, time whole minutes; units never mix, since both accounts of a transfer have one currency. */
export const currency = z.enum(['fen', 'points', 'minutes'])
export type Currency = z.infer<typeof currency>

/** 资产, 支出, 负债, 收入, 净资产: the elements of union accounting. The first two grow by debits, the others by credits. */
export const accountKind = z.enum(['asset', 'expense', 'liability', 'income', 'fund'])
export type AccountKind = z.infer<typeof accountKind>

export const accountState = z.enum(['open', 'closed', 'all'])

/**
 * `posted` moves; `pending` holds; `post` (whole or in part), `void` and `expiry` end a pending one; `reversal` moves
 * back what was posted.
 */
export const transferKind = z.enum(['posted', 'pending', 'post', 'void', 'expiry', 'reversal'])
export type TransferKind = z.infer<typeof transferKind>

const text = z.object({ zh: z.string(), en: z.string() })

export const account = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  programme: z.string(),
  programmeName: text,
  /** The programme's own name of the account. */
  key: z.string(),
  name: text,
  currency,
  kind: accountKind,
  normalSide: z.enum(['debit', 'credit']),
  forbidsOverdraft: z.boolean(),
  openedAt: instant,
  closedAt: instant.nullable(),
})

/** All in the account's normal direction, but the four sums, which are as booked. */
export const balance = z.object({
  debitsPosted: z.number().int(),
  creditsPosted: z.number().int(),
  debitsPending: z.number().int(),
  creditsPending: z.number().int(),
  /** What the account holds by posted transfers. */
  posted: z.number().int(),
  /** Reserved, on its way out. */
  held: z.number().int(),
  /** Reserved elsewhere, on its way in; it does not count as there. */
  expected: z.number().int(),
  /** `posted − held`: never below zero where the account forbids overdraft. */
  available: z.number().int(),
})
export type Balance = z.infer<typeof balance>

/** What caused a transfer, in words and with the page that shows it, where its programme says so. */
const cause = {
  subject: z.string(),
  subjectTitle: text.nullable(),
  href: z.string().nullable(),
}

export const transferRow = z.object({
  id: z.uuid(),
  key: z.string(),
  kind: transferKind,
  debitAccountId: z.uuid(),
  debitName: text,
  creditAccountId: z.uuid(),
  creditName: text,
  currency,
  amount: z.number().int(),
  pendingId: z.uuid().nullable(),
  reversesId: z.uuid().nullable(),
  expiresAt: instant.nullable(),
  effectiveOn: z.iso.date(),
  ...cause,
  memo: z.string(),
  madeBy: z.string(),
  recordedAt: instant,
})

/** A line of a statement: one side of a posted transfer, and what the account held after it. */
export const movement = z.object({
  transferId: z.uuid(),
  kind: transferKind,
  effectiveOn: z.iso.date(),
  recordedAt: instant,
  otherAccountId: z.uuid(),
  otherName: text,
  debit: z.number().int(),
  credit: z.number().int(),
  balance: z.number().int(),
  ...cause,
  memo: z.string(),
  madeBy: z.string(),
})

/** What is stored and what the transfers say, where the two differ. */
export const finding = z.object({
  accountId: z.uuid(),
  accountName: text,
  kind: z.enum(['balance', 'day-total', 'open-pending', 'overdraft', 'link']),
  /** A day, or the transfer. */
  at: z.string().nullable(),
  stored: z.string(),
  replayed: z.string(),
})
export type Finding = z.infer<typeof finding>
