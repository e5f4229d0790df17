import type { TransferKind } from '../../shapes.ts'
import type { Wish } from '../wish.ts'
import { balanceFrom, type Side, type Sums } from './balance.ts'

/** The ledger's rules without a database: what the SQL functions are compared with, wish by wish. */
export type ModelAccount = { readonly normalSide: Side; readonly forbidsOverdraft: boolean; sums: Sums }

export type ModelTransfer = {
  readonly id: string
  readonly wish: string
  readonly kind: TransferKind
  readonly debit: string
  readonly credit: string
  readonly amount: number
  readonly expiresAt: Date | undefined
  endedBy?: TransferKind
  reversed: number
}

export type Model = {
  readonly accounts: Map<string, ModelAccount>
  readonly byKey: Map<string, ModelTransfer>
  readonly byId: Map<string, ModelTransfer>
}

/** The refusal's code, or the transfer. `idOf` gives the id under which the database wrote it. */
export type Outcome = { readonly refused: string } | { readonly done: ModelTransfer }

export function applyWish(model: Model, wish: Wish, id: string, now: Date): Outcome {
  const text = JSON.stringify(wish)
  const known = model.byKey.get(wish.key)
  if (known !== undefined) return known.wish === text ? { done: known } : { refused: 'key-reused' }
  const draft = draftOf(model, wish, now)
  if (typeof draft === 'string') return { refused: draft }
  const after = sumsAfter(model, draft)
  for (const [account, sums] of after) {
    const { normalSide, forbidsOverdraft } = model.accounts.get(account)!
    if (forbidsOverdraft && balanceFrom(normalSide, sums).available < 0) return { refused: 'overdraft' }
  }
  for (const [account, sums] of after) model.accounts.get(account)!.sums = sums
  const { cause, kind, debit, credit, amount } = draft
  const expiresAt = wish.kind === 'pending' ? wish.expiresAt : undefined
  const done: ModelTransfer = { id, wish: text, kind, debit, credit, amount, expiresAt, reversed: 0 }
  if (cause !== undefined && kind === 'reversal') cause.reversed += amount
  else if (cause !== undefined) cause.endedBy = kind
  model.byKey.set(wish.key, done)
  model.byId.set(id, done)
  return { done }
}

type Draft = Pick<ModelTransfer, 'kind' | 'debit' | 'credit' | 'amount'> & {
  readonly released: number
  readonly cause?: ModelTransfer
}

function draftOf(model: Model, wish: Wish, now: Date): Draft | string {
  if (wish.kind === 'posted' || wish.kind === 'pending') {
    const { kind, debit, credit, amount } = wish
    return debit === credit ? 'same-account' : { kind, debit, credit, amount, released: 0 }
  }
  return wish.kind === 'reversal' ? reversalOf(model, wish) : endOf(model, wish, now)
}

function reversalOf(model: Model, wish: Wish & { kind: 'reversal' }): Draft | string {
  const cause = model.byId.get(wish.transferId)
  if (cause === undefined || (cause.kind !== 'posted' && cause.kind !== 'post')) return 'not-found'
  const remaining = cause.amount - cause.reversed
  const amount = wish.amount ?? remaining
  if (remaining === 0 || amount > remaining) return 'reversal-beyond'
  return { kind: 'reversal', debit: cause.credit, credit: cause.debit, amount, released: 0, cause }
}

const ends = { post: 'pending-posted', void: 'pending-voided', expiry: 'pending-expired' } as const

function endOf(model: Model, wish: Wish & { kind: 'post' | 'void' }, now: Date): Draft | string {
  const cause = model.byId.get(wish.pendingId)
  if (cause?.kind !== 'pending') return 'not-found'
  if (cause.endedBy !== undefined) return ends[cause.endedBy as keyof typeof ends]
  if (wish.kind === 'post' && cause.expiresAt !== undefined && cause.expiresAt <= now)
    return 'pending-expired'
  const amount = wish.kind === 'post' ? (wish.amount ?? cause.amount) : cause.amount
  if (amount > cause.amount) return 'beyond-pending'
  return { kind: wish.kind, debit: cause.debit, credit: cause.credit, amount, released: cause.amount, cause }
}

function sumsAfter(model: Model, { kind, debit, credit, amount, released }: Draft): [string, Sums][] {
  const posted = kind === 'pending' || kind === 'void' ? 0 : amount
  const pending = kind === 'pending' ? amount : -released
  const from = model.accounts.get(debit)!.sums
  const to = model.accounts.get(credit)!.sums
  return [
    [
      debit,
      { ...from, debitsPosted: from.debitsPosted + posted, debitsPending: from.debitsPending + pending },
    ],
    [
      credit,
      { ...to, creditsPosted: to.creditsPosted + posted, creditsPending: to.creditsPending + pending },
    ],
  ]
}

/** Ends every reservation whose time has come, as the job does; answers how many. */
export function expireModel(model: Model, now: Date): number {
  const due = [...model.byId.values()].filter(
    ({ kind, endedBy, expiresAt }) => kind === 'pending' && endedBy === undefined && expiresAt! <= now,
  )
  for (const held of due) {
    const { debit, credit, amount } = held
    for (const [account, sums] of sumsAfter(model, { kind: 'void', debit, credit, amount, released: amount }))
      model.accounts.get(account)!.sums = sums
    held.endedBy = 'expiry'
  }
  return due.length
}
