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

export type Ending = Common & { readonly pendingId: string; readonly subject?: string }

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
