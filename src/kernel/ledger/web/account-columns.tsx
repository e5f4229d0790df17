import type { OutputOf } from '#platform/contract.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import type { Translate } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import type { ledger } from '../contract.ts'
import { accountKindWords } from '../words.ts'
import { messages } from './messages.ts'
import type { useAmount } from './use-amount.ts'

type Row = OutputOf<typeof ledger.listAccounts>['rows'][number]

export function accountColumns(t: Translate, amount: ReturnType<typeof useAmount>): DataColumn<Row>[] {
  /** Copied as the plain number of the smallest unit; read as money, points or time. */
  const sum = (id: 'posted' | 'held' | 'available'): DataColumn<Row> => ({
    id,
    header: t(messages[id]),
    value: (row) => row.balance[id],
    cell: (row) => amount(row.balance[id], row.currency),
    isNumber: true,
    width: 140,
  })
  return [
    {
      id: 'account',
      header: t(messages.account),
      value: (row) => t(row.name),
      cell: (row) => (
        <>
          <Link href={`/staff/ledger/${row.id}`}>{t(row.name)}</Link>{' '}
          {row.closedAt !== null && <StatusBadge status="quiet">{t(messages.closed)}</StatusBadge>}
        </>
      ),
      isRowHeader: true,
      isFixed: true,
    },
    {
      id: 'organisation',
      header: t(messages.organisation),
      value: (row) => row.organisationName,
      width: 200,
    },
    { id: 'programme', header: t(messages.programme), value: (row) => t(row.programmeName), width: 130 },
    { id: 'kind', header: t(messages.kind), value: (row) => t(accountKindWords[row.kind]), width: 90 },
    sum('posted'),
    sum('held'),
    sum('available'),
  ]
}
