import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { accountColumns } from './accounts.ts'
import { refusals } from './refusals.ts'
import { tables } from './tables.ts'

/** Accounts of the organisations where the caller reads the ledger. */
export const readableAccounts = (ctx: Context) =>
  tables(ctx)
    .selectFrom('ledger.account as account')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'account.organisation_id')
    .where(sql<boolean>`unit.path <@ any(${reachOf(ctx, 'ledger.read')}::ltree[])`)

/** Throws `not-found` also where the account is somebody else's, so that no stranger learns which exist. */
export async function getReadable(ctx: Context, id: string) {
  const row = await readableAccounts(ctx)
    .select(accountColumns)
    .select('unit.name as organisationName')
    .where('account.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw refusals.account_unknown()
  return row
}
