import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Currency, TransferKind } from '../shapes.ts'
import { orRefused, wrongAmount } from './refusals.ts'
import type { Wish } from './wish.ts'

/** A row of the books, as it was first written and ever stands. */
export type Transfer = {
  readonly id: string
  readonly key: string
  readonly kind: TransferKind
  readonly debit: string
  readonly credit: string
  readonly currency: Currency
  readonly amount: number
  readonly pendingId: string | null
  readonly reversesId: string | null
  readonly expiresAt: Date | null
  readonly effectiveOn: string
  readonly subject: string
  readonly recordedAt: Date
}

const BATCH_MAX = 1_000

/**
 * Posts a list in its order, all or none; a second call with the same keys and content answers the first one's rows and
 * moves nothing. Throws `key-reused`, `overdraft`, `account-closed`, `currencies-differ`, `pending-…`,
 * `reversal-beyond`, `not-found`; the caller's transaction is then over, as after any refusal.
 */
export async function transferAll(ctx: Context, wishes: readonly Wish[]): Promise<Transfer[]> {
  if (wishes.length === 0) return []
  requireAcceptable(ctx, wishes)
  const list = wishes.map((wish) => ({ ...wish, id: newId(ctx.now.getTime()) }))
  const { rows } = await orRefused(
    sql<Transfer>`
      select id, key, kind, debit_account_id as debit, credit_account_id as credit, currency, amount,
        pending_id as "pendingId", reverses_id as "reversesId", expires_at as "expiresAt",
        effective_on as "effectiveOn", subject, recorded_at as "recordedAt"
      from ledger.post(${JSON.stringify(list)}::jsonb, ${callerOf(ctx)}::jsonb)`.execute(ctx.db),
  )
  return rows
}

/** Who writes, when by the caller's clock, and why; it stands in the row, but is no part of what is repeated. */
export const callerOf = (ctx: Context): string =>
  JSON.stringify({
    at: ctx.now,
    today: cityDay(ctx.now),
    madeBy: madeBy(ctx),
    operation: ctx.operationId,
  })

function requireAcceptable(ctx: Context, wishes: readonly Wish[]): void {
  if (wishes.length > BATCH_MAX) throw tooMany()
  if (new Set(wishes.map(({ key }) => key)).size < wishes.length) throw keyTwice()
  const today = cityDay(ctx.now)
  for (const wish of wishes) {
    const amount = 'amount' in wish ? wish.amount : undefined
    if (amount !== undefined && !(Number.isSafeInteger(amount) && amount > 0)) throw wrongAmount()
    if (wish.effectiveOn !== undefined && wish.effectiveOn > today) throw dayToCome(today)
  }
}

const tooMany = () =>
  invalid('batch-too-long', {
    field: 'wishes',
    reason: { zh: `一批最多 ${BATCH_MAX} 笔。`, en: `At most ${BATCH_MAX} transfers in one batch.` },
  })

const keyTwice = () =>
  invalid('key-twice', {
    field: 'key',
    reason: { zh: '同一批里有两笔用了同一个键。', en: 'Two transfers of one batch have the same key.' },
  })

const dayToCome = (today: string) =>
  invalid('day-to-come', {
    field: 'effectiveOn',
    reason: { zh: '记账日期不能晚于今天。', en: 'The effective day cannot lie in the future.' },
    accepted: { zh: `不晚于 ${today}`, en: `${today} or earlier` },
  })
