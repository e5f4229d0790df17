import { useMemo, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { membership } from '#programmes/membership/contract.ts'
import type { RosterImport } from '#programmes/membership/shapes-roster-import.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { isUnderWay, leftOutOf, stateWords, undoWords } from './import-words.ts'
import { messages } from './messages.ts'

const IMPORTS_A_PAGE = 20

export function PastImports() {
  const t = useText()
  const [page, setPage] = useState(1)
  const answer = useAnswer(
    membership.listRosterImports,
    { page, pageSize: IMPORTS_A_PAGE },
    { keepLast: true, everySeconds: 5 },
  )
  const total = answer.data?.total ?? 0
  return (
    <div className="ui-stack">
      <h2>{t(messages.past)}</h2>
      <DataTable
        label={t(messages.past)}
        columns={useImportColumns()}
        {...rowsOf(answer)}
        rowId={(row) => row.id}
        empty={<EmptyState title={t(messages.pastNone)}>{t(messages.pastHint)}</EmptyState>}
        {...(total > IMPORTS_A_PAGE && {
          pagination: { page, pageSize: IMPORTS_A_PAGE, total, onPageChange: setPage },
        })}
      />
    </div>
  )
}

function useImportColumns(): DataColumn<RosterImport>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'fileName',
        header: t(messages.fileName),
        value: (row) => row.fileName,
        cell: (row) => <Link href={`/staff/roster/${row.id}`}>{row.fileName}</Link>,
        isRowHeader: true,
        isFixed: true,
      },
      { id: 'union', header: t(messages.organisation), value: (row) => row.organisationName },
      {
        id: 'state',
        header: t(messages.state),
        value: (row) => t((row.undo === null ? stateWords[row.state] : undoWords[row.undo.state]).text),
        cell: (row) => <ImportBadge one={row} />,
        width: 130,
      },
      { id: 'rows', header: t(messages.rows), value: (row) => row.rowsChecked, isNumber: true, width: 100 },
      {
        id: 'written',
        header: t(messages.written),
        value: (row) => row.rowsWritten,
        isNumber: true,
        width: 100,
      },
      {
        id: 'left',
        header: t(messages.leftOut),
        value: (row) => leftOutOf(row.tally),
        isNumber: true,
        width: 110,
      },
      { id: 'by', header: t(messages.madeBy), value: (row) => row.madeBy, width: 120 },
      {
        id: 'when',
        header: t(messages.when),
        value: (row) => row.createdAt,
        cell: (row) => format.dateTime(row.createdAt),
        width: 160,
      },
    ],
    [t, format],
  )
}

export function ImportBadge({ one }: { readonly one: Pick<RosterImport, 'state' | 'isPaused' | 'undo'> }) {
  const t = useText()
  if (one.undo !== null) {
    const { status, text } = undoWords[one.undo.state]
    return <StatusBadge status={status}>{t(text)}</StatusBadge>
  }
  if (one.isPaused && isUnderWay(one.state))
    return <StatusBadge status="quiet">{t(messages.paused)}</StatusBadge>
  const { status, text } = stateWords[one.state]
  return <StatusBadge status={status}>{t(text)}</StatusBadge>
}
