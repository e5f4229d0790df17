import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'
import type { ledger } from '../contract.ts'
import { accountColumns } from './accounts.ts'
import { balanceOf, sumColumns } from './balance-of.ts'
import { pattern } from './pattern.ts'
import { getReadable, readableAccounts } from './readable.ts'
import { balanceFrom } from './rules/balance.ts'

/** By organisation from the top of the tree, then by programme. */
export const listAccounts: Handler<typeof ledger.listAccounts> = async (ctx, input) => {
  let found = readableAccounts(ctx)
  if (input.organisationId !== undefined)
    found = found.where('account.organisation_id', '=', input.organisationId)
  if (input.programme !== undefined) found = found.where('account.programme', '=', input.programme)
  if (input.currency !== undefined) found = found.where('account.currency', '=', input.currency)
  if (input.state !== 'all')
    found = found.where('account.closed_at', input.state === 'open' ? 'is' : 'is not', null)
  if (input.search)
    found = found.where(
      sql<boolean>`concat_ws(' ', account.name_zh, account.name_en, unit.name) ilike ${pattern(input.search)}`,
    )
  const { total } = await found.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .innerJoin('ledger.balance as balance', 'balance.account_id', 'account.id')
    .select(accountColumns)
    .select('unit.name as organisationName')
    .select(sumColumns)
    .orderBy(sql`nlevel(unit.path)`)
    .orderBy('unit.path')
    .orderBy('account.programme')
    .orderBy('account.key')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  return {
    rows: rows.map((row) => ({
      ...row,
      programmeName: programmeName(ctx, row.programme),
      balance: balanceFrom(row.normalSide, row),
    })),
    total,
  }
}

export const getAccount: Handler<typeof ledger.getAccount> = async (ctx, { id, asOf, recordedUpTo }) => {
  const account = await getReadable(ctx, id)
  const balance = await balanceOf(ctx, id, { day: asOf, recordedUpTo: moment(recordedUpTo) })
  return { ...account, programmeName: programmeName(ctx, account.programme), balance }
}

/** As its manifest says it; a programme that is no longer installed keeps its id. */
function programmeName(ctx: Context, programme: string): Text {
  return ctx.modules.find(({ name }) => name === programme)?.title ?? { zh: programme, en: programme }
}

export const moment = (text: string | undefined) => (text === undefined ? undefined : new Date(text))
