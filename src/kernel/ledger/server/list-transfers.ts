import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Handler } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'
import type { ledger } from '../contract.ts'
import { subjectTeller } from '../subject.ts'
import { tables } from './tables.ts'

/** Newest first; a transfer is seen by whoever reads either of its accounts. */
export const listTransfers: Handler<typeof ledger.listTransfers> = async (ctx, input) => {
  const reach = reachOf(ctx, 'ledger.read')
  let found = tables(ctx)
    .selectFrom('ledger.transfer as transfer')
    .innerJoin('ledger.account as debit', 'debit.id', 'transfer.debit_account_id')
    .innerJoin('ledger.account as credit', 'credit.id', 'transfer.credit_account_id')
    .innerJoin('organisations.organisation as payer', 'payer.id', 'debit.organisation_id')
    .innerJoin('organisations.organisation as payee', 'payee.id', 'credit.organisation_id')
    .where(sql<boolean>`(payer.path <@ any(${reach}::ltree[]) or payee.path <@ any(${reach}::ltree[]))`)
  const { accountId, kind, subject, from, until } = input
  if (accountId !== undefined)
    found = found.where((e) => e.or([e('debit.id', '=', accountId), e('credit.id', '=', accountId)]))
  if (kind !== undefined) found = found.where('transfer.kind', '=', kind)
  if (input.open)
    found = found.where(sql<boolean>`transfer.id in (select transfer_id from ledger.open_pending)`)
  if (subject !== undefined) found = found.where('transfer.subject', '=', subject)
  if (from !== undefined) found = found.where('transfer.effective_on', '>=', from)
  if (until !== undefined) found = found.where('transfer.effective_on', '<=', until)
  const { total } = await found.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select(columns)
    .orderBy('transfer.recorded_at', 'desc')
    .orderBy('transfer.id', 'desc')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  const tell = subjectTeller(ctx.modules)
  return { rows: rows.map((row) => ({ ...row, ...tell(row.subject) })), total }
}

const columns = [
  'transfer.id',
  'transfer.key',
  'transfer.kind',
  'transfer.debit_account_id as debitAccountId',
  sql<Text>`json_build_object('zh', debit.name_zh, 'en', debit.name_en)`.as('debitName'),
  'transfer.credit_account_id as creditAccountId',
  sql<Text>`json_build_object('zh', credit.name_zh, 'en', credit.name_en)`.as('creditName'),
  'transfer.currency',
  'transfer.amount',
  'transfer.pending_id as pendingId',
  'transfer.reverses_id as reversesId',
  'transfer.expires_at as expiresAt',
  'transfer.effective_on as effectiveOn',
  'transfer.subject',
  'transfer.memo',
  'transfer.made_by as madeBy',
  'transfer.recorded_at as recordedAt',
] as const
