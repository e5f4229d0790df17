import type { Context } from '#platform/context.ts'
import { transferAll, type Transfer } from './post.ts'
import type { Ending, NewReservation, NewTransfer, Posting, Reversal, Wish } from './wish.ts'

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
