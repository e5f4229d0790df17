import { useMemo, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { useFormat, type Formatters } from '#ui/i18n/use-format.ts'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { ledger } from '../contract.ts'
import type { Account } from './account.ts'
import { Cause } from './cause.tsx'
import { messages } from './messages.ts'
import { useAmount } from './use-amount.ts'

type Held = OutputOf<typeof ledger.listTransfers>['rows'][number]

const PAGE_SIZE = 20

/** What is held now and neither posted nor given back. */
export function Reservations({ account }: { account: Account }) {
  const t = useText()
  const format = useFormat()
  const amount = useAmount()
  const [page, setPage] = useState(1)
  const answer = useAnswer(
    ledger.listTransfers,
    { accountId: account.id, open: true, page, pageSize: PAGE_SIZE },
    { keepLast: true },
  )
  const columns = useMemo(() => columnsOf(t, format, amount, account.id), [t, format, amount, account.id])
  const total = answer.data?.total ?? 0
  if (answer.data?.total === 0) return <p>{t(messages.noReservations)}</p>
  return (
    <DataTable
      label={t(messages.heldLines)}
      columns={columns}
      {...rowsOf(answer)}
      rowId={(row) => row.id}
      {...(total > PAGE_SIZE && { pagination: { page, pageSize: PAGE_SIZE, total, onPageChange: setPage } })}
    />
  )
}

const columnsOf = (
  t: Translate,
  format: Formatters,
  amount: ReturnType<typeof useAmount>,
  accountId: string,
): DataColumn<Held>[] => {
  const isDebit = (row: Held) => row.debitAccountId === accountId
  return [
    {
      id: 'recordedAt',
      header: t(messages.recordedAt),
      value: (row) => row.recordedAt,
      cell: (row) => format.dateTime(row.recordedAt),
      isRowHeader: true,
      width: 170,
    },
    {
      id: 'side',
      header: t(messages.side),
      value: (row) => t(isDebit(row) ? messages.debit : messages.credit),
      width: 90,
    },
    {
      id: 'other',
      header: t(messages.other),
      value: (row) => t(isDebit(row) ? row.creditName : row.debitName),
    },
    {
      id: 'subject',
      header: t(messages.subject),
      value: (row) => row.subject,
      cell: (row) => <Cause {...row} />,
    },
    {
      id: 'amount',
      header: t(messages.amount),
      value: (row) => row.amount,
      cell: (row) => amount(row.amount, row.currency),
      isNumber: true,
      width: 140,
    },
    {
      id: 'expiresAt',
      header: t(messages.expiresAt),
      value: (row) => row.expiresAt,
      cell: (row) => (row.expiresAt === null ? t(messages.never) : format.dateTime(row.expiresAt)),
      width: 170,
    },
  ]
}
