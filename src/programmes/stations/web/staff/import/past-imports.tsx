import { useMemo, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { Text } from '#ui/i18n/text.ts'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { messages } from '../messages.ts'
import type { ImportSummary } from '../types.ts'
import { importMessages } from './messages.ts'

const IMPORTS_A_PAGE = 20

export const importStates: Readonly<Record<ImportSummary['state'], { text: Text; status: Status }>> = {
  preview: { text: importMessages.statePreview, status: 'info' },
  committed: { text: importMessages.stateCommitted, status: 'good' },
  abandoned: { text: importMessages.stateAbandoned, status: 'quiet' },
}

export function PastImports() {
  const t = useText()
  const [page, setPage] = useState(1)
  const answer = useAnswer(stations.listImports, { page, pageSize: IMPORTS_A_PAGE }, { keepLast: true })
  const total = answer.data?.total ?? 0
  return (
    <div className="ui-stack">
      <h2>{t(importMessages.past)}</h2>
      <DataTable
        label={t(importMessages.past)}
        columns={useImportColumns()}
        {...rowsOf(answer)}
        rowId={(row) => row.importId}
        empty={<EmptyState title={t(importMessages.pastNone)}>{t(importMessages.pastHint)}</EmptyState>}
        {...(total > IMPORTS_A_PAGE && {
          pagination: { page, pageSize: IMPORTS_A_PAGE, total, onPageChange: setPage },
        })}
      />
    </div>
  )
}

function useImportColumns(): DataColumn<ImportSummary>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(() => {
    const count = (id: 'rows' | 'ready' | 'confirm' | 'refused' | 'skipped'): DataColumn<ImportSummary> => ({
      id,
      header: t(importMessages[id]),
      value: (row) => row[id],
      isNumber: true,
      width: 100,
    })
    return [
      {
        id: 'fileName',
        header: t(importMessages.fileName),
        value: (row) => row.fileName,
        cell: (row) => <Link href={`/staff/stations/import/${row.importId}`}>{row.fileName}</Link>,
        isRowHeader: true,
        isFixed: true,
      },
      {
        id: 'state',
        header: t(messages.state),
        value: (row) => t(importStates[row.state].text),
        cell: ({ state }) => (
          <StatusBadge status={importStates[state].status}>{t(importStates[state].text)}</StatusBadge>
        ),
        width: 130,
      },
      count('rows'),
      count('ready'),
      count('confirm'),
      count('refused'),
      count('skipped'),
      {
        id: 'when',
        header: t(importMessages.when),
        value: (row) => row.committedAt ?? row.createdAt,
        cell: (row) => format.dateTime(row.committedAt ?? row.createdAt),
        width: 160,
      },
    ]
  }, [t, format])
}
