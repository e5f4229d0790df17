import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Balance } from '../shapes.ts'
import { refusals } from './refusals.ts'
import { balanceFrom, type Side, type Sums } from './rules/balance.ts'
import { tables } from './tables.ts'

/** The end of a day of the city, and what was recorded by a moment: a figure that was frozen is counted again so. */
export type AsOf = { readonly day?: string | undefined; readonly recordedUpTo?: Date | undefined }

/** What an account holds: now by its balance row, as of a day or as recorded at a moment by its transfers. */
export async function balanceOf(ctx: Context, accountId: string, asOf: AsOf = {}): Promise<Balance> {
  const isPast = asOf.day !== undefined || asOf.recordedUpTo !== undefined
  const row = await tables(ctx)
    .selectFrom('ledger.account')
    .select('normal_side as normalSide')
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (row === undefined) throw refusals.account_unknown()
  const sums = isPast ? await replayedSums(ctx, accountId, asOf) : await storedSums(ctx, accountId)
  return balanceFrom(row.normalSide satisfies Side, sums)
}

export const sumColumns = [
  'debits_posted as debitsPosted',
  'credits_posted as creditsPosted',
  'debits_pending as debitsPending',
  'credits_pending as creditsPending',
] as const

const storedSums = (ctx: Context, accountId: string): Promise<Sums> =>
  tables(ctx)
    .selectFrom('ledger.balance')
    .select(sumColumns)
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()

async function replayedSums(ctx: Context, accountId: string, { day, recordedUpTo }: AsOf): Promise<Sums> {
  let legs = tables(ctx).selectFrom('ledger.leg').where('account_id', '=', accountId)
  if (day !== undefined) legs = legs.where('effective_on', '<=', day)
  if (recordedUpTo !== undefined) legs = legs.where('recorded_at', '<=', recordedUpTo)
  return legs
    .select([
      total('debits_posted').as('debitsPosted'),
      total('credits_posted').as('creditsPosted'),
      total('debits_pending').as('debitsPending'),
      total('credits_pending').as('creditsPending'),
    ])
    .executeTakeFirstOrThrow()
}

/** A sum of bigint is numeric in PostgreSQL; it is given back as what it was. */
export const total = (column: string) => sql<number>`coalesce(sum(${sql.ref(column)}), 0)::bigint`
