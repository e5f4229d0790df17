import type { ReadOnlyTable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import type { AccountKind, Currency, TransferKind } from '../shapes.ts'

type AccountTable = {
  id: string
  organisation_id: string
  programme: string
  key: string
  name_zh: string
  name_en: string
  currency: Currency
  kind: AccountKind
  normal_side: 'debit' | 'credit'
  forbids_overdraft: boolean
  opened_at: Date
  opened_by: string
  closed_at: Date | null
  closed_by: string | null
  closed_reason: string | null
}

type TransferTable = {
  id: string
  key: string
  kind: TransferKind
  debit_account_id: string
  credit_account_id: string
  currency: Currency
  amount: number
  pending_id: string | null
  released: number
  reverses_id: string | null
  expires_at: Date | null
  effective_on: string
  subject: string
  memo: string
  made_by: string
  operation: string
  recorded_at: Date
}

type Sums = {
  debits_posted: number
  credits_posted: number
  debits_pending: number
  credits_pending: number
}

type LegView = Sums & {
  account_id: string
  other_account_id: string
  transfer_id: string
  effective_on: string
  recorded_at: Date
}

/** Read only, all of them: the server's role writes through the SQL functions alone. */
export type LedgerTables = {
  'ledger.account': ReadOnlyTable<AccountTable>
  'ledger.transfer': ReadOnlyTable<TransferTable>
  'ledger.balance': ReadOnlyTable<Sums & { account_id: string }>
  'ledger.day_total': ReadOnlyTable<
    Pick<Sums, 'debits_posted' | 'credits_posted'> & { account_id: string; effective_on: string }
  >
  'ledger.open_pending': ReadOnlyTable<{ transfer_id: string; expires_at: Date | null }>
  'ledger.leg': ReadOnlyTable<LegView>
  'organisations.organisation': ReadOnlyTable<{ id: string; name: string; path: string }>
}

export const tables = (ctx: Pick<Context, 'db'>) => ctx.db.withTables<LedgerTables>()
