import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Text } from '#platform/text.ts'
import type { TransferKind } from '../shapes.ts'
import { total } from './balance-of.ts'
import { pattern } from './pattern.ts'
import { refusals } from './refusals.ts'
import { tables } from './tables.ts'

export type StatementWish = {
  readonly accountId: string
  /** Days of the city, both included. */
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly recordedUpTo?: Date | undefined
  readonly side?: 'debit' | 'credit' | undefined
  readonly search?: string | undefined
  readonly offset?: number
  readonly limit: number
}

export type Movement = {
  readonly transferId: string
  readonly kind: TransferKind
  readonly effectiveOn: string
  readonly recordedAt: Date
  readonly otherAccountId: string
  readonly otherName: Text
  readonly debit: number
  readonly credit: number
  /** What the account held after this line, in its normal direction. */
  readonly balance: number
  readonly subject: string
  readonly memo: string
  readonly madeBy: string
}

/** Balances and sums are those of the whole period; `rows` and `total` those that the filters leave. */
export type Statement = {
  readonly from: string | null
  readonly until: string
  readonly opening: number
  readonly closing: number
  readonly debits: number
  readonly credits: number
  readonly rows: readonly Movement[]
  readonly total: number
}

/** Posted movements by effective day, then as recorded. Costs what the period holds, however old the ledger is. */
export async function statementOf(ctx: Context, wish: StatementWish): Promise<Statement> {
  const until = wish.until ?? cityDay(ctx.now)
  const sign = await signOf(ctx, wish.accountId)
  const before = wish.from === undefined ? { debits: 0, credits: 0 } : await sumsBefore(ctx, wish, wish.from)
  const opening = sign * (before.credits - before.debits) || 0
  const lines = linesOf(ctx, { ...wish, until }, sign, opening)
  const { debits, credits } = await legsOf(ctx, { ...wish, until })
    .select([total('debits_posted').as('debits'), total('credits_posted').as('credits')])
    .executeTakeFirstOrThrow()
  const counted = await lines.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await pageOf(ctx, lines, wish)
  const closing = opening + sign * (credits - debits)
  return { from: wish.from ?? null, until, opening, closing, debits, credits, rows, total: counted.total }
}

/** By a credit an account of credits grows, one of debits shrinks. */
async function signOf(ctx: Context, accountId: string): Promise<1 | -1> {
  const row = await tables(ctx)
    .selectFrom('ledger.account')
    .select('normal_side')
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (row === undefined) throw refusals.account_unknown()
  return row.normal_side === 'credit' ? 1 : -1
}

type Sides = { debits: number; credits: number }

/** The days' totals know nothing of when something was recorded; then the transfers themselves are summed. */
async function sumsBefore(
  ctx: Context,
  { accountId, recordedUpTo }: StatementWish,
  from: string,
): Promise<Sides> {
  const sums = [total('debits_posted').as('debits'), total('credits_posted').as('credits')] as const
  if (recordedUpTo === undefined)
    return tables(ctx)
      .selectFrom('ledger.day_total')
      .select(sums)
      .where('account_id', '=', accountId)
      .where('effective_on', '<', from)
      .executeTakeFirstOrThrow()
  return tables(ctx)
    .selectFrom('ledger.leg')
    .select(sums)
    .where('account_id', '=', accountId)
    .where('effective_on', '<', from)
    .where('recorded_at', '<=', recordedUpTo)
    .executeTakeFirstOrThrow()
}

function legsOf(ctx: Context, { accountId, from, until, recordedUpTo }: StatementWish & { until: string }) {
  let legs = tables(ctx)
    .selectFrom('ledger.leg as leg')
    .where('leg.account_id', '=', accountId)
    .where('leg.effective_on', '<=', until)
    .where(sql<boolean>`leg.debits_posted + leg.credits_posted > 0`)
  if (from !== undefined) legs = legs.where('leg.effective_on', '>=', from)
  if (recordedUpTo !== undefined) legs = legs.where('leg.recorded_at', '<=', recordedUpTo)
  return legs
}

function linesOf(ctx: Context, wish: StatementWish & { until: string }, sign: number, opening: number) {
  const all = legsOf(ctx, wish)
    .select(['leg.transfer_id', 'leg.effective_on', 'leg.recorded_at', 'leg.other_account_id'])
    .select(['leg.debits_posted', 'leg.credits_posted'])
    .select(
      sql<number>`(${opening}::bigint + ${sign}::int * sum(leg.credits_posted - leg.debits_posted) over (
        order by leg.effective_on, leg.recorded_at, leg.transfer_id))::bigint`.as('balance'),
    )
  // The balance runs over every line; a filter only hides lines.
  let lines = tables(ctx).selectFrom(all.as('line'))
  if (wish.side !== undefined)
    lines = lines.where(wish.side === 'debit' ? 'line.debits_posted' : 'line.credits_posted', '>', 0)
  const words = wish.search?.trim()
  if (words) lines = lines.where(isAbout(words))
  return lines
}

const isAbout = (words: string) => sql<boolean>`exists (
  select from ledger.transfer t, ledger.account other
  where t.id = line.transfer_id and other.id = line.other_account_id
    and concat_ws(' ', t.memo, t.subject, t.made_by, other.name_zh, other.name_en) ilike ${pattern(words)})`

/** A page of them, cut before anything is looked up for it. */
function pageOf(ctx: Context, lines: ReturnType<typeof linesOf>, { limit, offset = 0 }: StatementWish) {
  const page = lines
    .selectAll()
    .orderBy('effective_on')
    .orderBy('recorded_at')
    .orderBy('transfer_id')
    .limit(limit)
    .offset(offset)
  return tables(ctx)
    .selectFrom(page.as('line'))
    .innerJoin('ledger.transfer as transfer', 'transfer.id', 'line.transfer_id')
    .innerJoin('ledger.account as other', 'other.id', 'line.other_account_id')
    .select(movementColumns)
    .orderBy('line.effective_on')
    .orderBy('line.recorded_at')
    .orderBy('line.transfer_id')
    .execute()
}

const movementColumns = [
  'line.transfer_id as transferId',
  'transfer.kind',
  'line.effective_on as effectiveOn',
  'line.recorded_at as recordedAt',
  'line.other_account_id as otherAccountId',
  sql<Text>`json_build_object('zh', other.name_zh, 'en', other.name_en)`.as('otherName'),
  'line.debits_posted as debit',
  'line.credits_posted as credit',
  'line.balance',
  'transfer.subject',
  'transfer.memo',
  'transfer.made_by as madeBy',
] as const
