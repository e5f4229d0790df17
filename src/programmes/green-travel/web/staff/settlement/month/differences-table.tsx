import { useMemo, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Switch } from '#ui/controls/switch.tsx'
import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { greenTravel } from '../../../../contract.ts'
import { settlementMessages as messages } from '../messages.ts'
import type { useCompany } from '../use-company.tsx'
import { DifferenceDrawer } from './difference-drawer.tsx'
import type { OfMonth } from './month-page.tsx'

const PAGE_SIZE = 50

export type DifferenceRow = OutputOf<typeof greenTravel.listDifferences>['rows'][number]

const statusOf: Readonly<Record<string, Status>> = {
  noted: 'warn',
  disputed: 'info',
  answered: 'warn',
  'by-records': 'good',
  'by-claim': 'good',
}

type Props = { readonly of: OfMonth; readonly choice: ReturnType<typeof useCompany> }

/** The month's differences, the open ones and the dear ones first; each opens beside the list by its own address. */
export function DifferencesTable({ of, choice }: Props) {
  const t = useText()
  const [openOnly, setOpenOnly] = useState(false)
  const [page, setPage] = useState(1)
  const answer = useAnswer(
    greenTravel.listDifferences,
    { ...of, openOnly, page, pageSize: PAGE_SIZE },
    { keepLast: true },
  )
  const rows = answer.data?.rows ?? []
  return (
    <>
      <DataTable
        label={t(messages.differences)}
        columns={useColumns(choice.search)}
        {...rowsOf(answer)}
        rowId={(row) => row.id}
        isServerSorted
        empty={
          <EmptyState kind="done" title={t(messages.noDifferences)}>
            {t(messages.noDifferencesHint)}
          </EmptyState>
        }
        filters={
          <Switch isSelected={openOnly} onChange={setOpenOnly}>
            {t(messages.openOnly)}
          </Switch>
        }
        pagination={{ page, pageSize: PAGE_SIZE, total: answer.data?.total ?? 0, onPageChange: setPage }}
      />
      <DifferenceDrawer
        companyUnit={of.companyUnit}
        row={rows.find(({ id }) => id === choice.search.get('difference'))}
        onClose={() => choice.change('difference', '')}
      />
    </>
  )
}

function useColumns(search: URLSearchParams): DataColumn<DifferenceRow>[] {
  const t = useText()
  const format = useFormat()
  const asked = search.toString()
  return useMemo(() => {
    const hrefOf = (id: string) => {
      const next = new URLSearchParams(asked)
      next.set('difference', id)
      return `/staff/green-travel/month?${next.toString()}`
    }
    return [
      {
        id: 'kind',
        header: t(messages.kind),
        value: (row) => t(row.text),
        cell: (row) => <Link href={hrefOf(row.id)}>{t(row.text)}</Link>,
        isRowHeader: true,
        isFixed: true,
      },
      { id: 'day', header: t(messages.day), value: (row) => row.day, width: 120 },
      { id: 'route', header: t(messages.route), value: (row) => row.route, width: 90 },
      { id: 'rides', header: t(messages.rides), value: (row) => row.rides, isNumber: true, width: 90 },
      {
        id: 'fen',
        header: t(messages.amount),
        value: (row) => row.fen / 100,
        cell: (row) => format.yuan(row.fen),
        isNumber: true,
        width: 120,
      },
      {
        id: 'state',
        header: t(messages.state),
        value: (row) => t(row.stateText),
        cell: (row) => <StatusBadge status={statusOf[row.state] ?? 'quiet'}>{t(row.stateText)}</StatusBadge>,
        width: 190,
      },
      { id: 'lastReason', header: t(messages.lastWord), value: (row) => row.lastReason },
    ]
  }, [t, format, asked])
}
