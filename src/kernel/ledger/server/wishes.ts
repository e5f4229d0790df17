import type { Context } from '#platform/context.ts'
import { transferAll, type Transfer } from './post.ts'

type Common = {
  /**
   * Made from the record that causes the transfer, never from the clock: `travel:<day>:<company>:<union>`. The whole
   * wish must be the same when it is repeated, an expiry too.
   */
  readonly key: string
  /** The city's day to which it counts; today where none is given, never a day to come. */
  readonly effectiveOn?: string
  readonly memo?: string
}

/** Both account ids; the amount in whole fen, points or minutes. */
export type NewTransfer = Common & {
  readonly debit: string
  readonly credit: string
  readonly amount: number
  /** What caused it, `kind:id`. */
  readonly subject: string
}

export type NewReservation = NewTransfer & {
  /** From this moment it can no longer be posted, and a job gives back what was held. */
  readonly expiresAt?: Date
}

type Ending = Common & { readonly pendingId: string; readonly subject?: string }

/** Without an amount all of it is posted; with less, the rest is free again. */
export type Posting = Ending & { readonly amount?: number }

/** Without an amount all that is left to reverse. */
export type Reversal = Common & {
  readonly transferId: string
  readonly amount?: number
  readonly subject: string
}

/** One entry of a linked batch. */
export type Wish =
  | ({ readonly kind: 'posted' } & NewTransfer)
  | ({ readonly kind: 'pending' } & NewReservation)
  | ({ readonly kind: 'post' } & Posting)
  | ({ readonly kind: 'void' } & Ending)
  | ({ readonly kind: 'reversal' } & Reversal)

/** Moves an amount at once. */
export const transfer = (ctx: Context, wish: NewTransfer) => one(ctx, { ...wish, kind: 'posted' })

/** Holds an amount: it counts as spent on the account that it leaves, and not yet as there on the other. */
export const reserve = (ctx: Context, wish: NewReservation) => one(ctx, { ...wish, kind: 'pending' })

/** Makes a reservation real. Throws `pending-posted`, `pending-voided`, `pending-expired`, `beyond-pending`. */
export const postPending = (ctx: Context, wish: Posting) => one(ctx, { ...wish, kind: 'post' })

/** Gives back what was held. */
export const voidPending = (ctx: Context, wish: Ending) => one(ctx, { ...wish, kind: 'void' })

/** Moves back what was posted, at most the whole over all reversals; the first entry stays as it is. */
export const reverse = (ctx: Context, wish: Reversal) => one(ctx, { ...wish, kind: 'reversal' })

async function one(ctx: Context, wish: Wish): Promise<Transfer> {
  return (await transferAll(ctx, [wish]))[0]!
}
