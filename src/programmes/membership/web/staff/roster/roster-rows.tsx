import { useMemo, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { membership } from '#programmes/membership/contract.ts'
import type { RosterRow } from '#programmes/membership/shapes-roster-import.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import type { RowsWish, ShownImport } from './import-detail-page.tsx'
import { verdictWords } from './import-words.ts'
import { messages } from './messages.ts'
import { RowProblems } from './row-problems.tsx'

const ROWS_A_PAGE = 50

type RosterRowsProps = {
  readonly shown: ShownImport
  readonly wish: RowsWish
  readonly onChange: (wish: RowsWish) => void
}

/** The rows of the file by their own numbers, with what was understood and what is wrong; names and numbers masked. */
export function RosterRows({ shown, wish }: RosterRowsProps) {
  const t = useText()
  const [at, setAt] = useState({ wish, page: 1 })
  // Another kind of rows begins at its first page.
  const page = at.wish === wish ? at.page : 1
  const answer = useAnswer(
    membership.listRosterRows,
    { importId: shown.id, ...wish, page, pageSize: ROWS_A_PAGE },
    { keepLast: true },
  )
  const isGone = shown.state === 'done' && answer.data?.total === 0
  return (
    <DataTable
      label={t(messages.showRows)}
      columns={useRowColumns()}
      {...rowsOf(answer)}
      rowId={(row) => String(row.row)}
      empty={
        <EmptyState kind="search" title={t(messages.rowsNone)}>
          {t(isGone ? messages.rowsGone : messages.rowsNoneHint)}
        </EmptyState>
      }
      pagination={{
        page,
        pageSize: ROWS_A_PAGE,
        total: answer.data?.total ?? 0,
        onPageChange: (next) => setAt({ wish, page: next }),
      }}
    />
  )
}

function useRowColumns(): DataColumn<RosterRow>[] {
  const t = useText()
  return useMemo(
    () => [
      {
        id: 'row',
        header: t(messages.row),
        value: (row) => row.row,
        isNumber: true,
        // A name may be what is missing; its number every row has.
        isRowHeader: true,
        isFixed: true,
        width: 72,
      },
      { id: 'name', header: t(messages.name), value: (row) => row.maskedName, width: 90 },
      { id: 'document', header: t(messages.document), value: (row) => row.maskedDocument, width: 190 },
      {
        id: 'verdict',
        header: t(messages.verdict),
        value: (row) => t(verdictWords[row.verdict].text),
        cell: ({ verdict }) => (
          <StatusBadge status={verdictWords[verdict].status}>{t(verdictWords[verdict].text)}</StatusBadge>
        ),
        width: 150,
      },
      {
        id: 'problems',
        header: t(messages.problems),
        value: (row) => row.problems.map(({ reason }) => t(reason)).join(' '),
        cell: (row) => <RowProblems problems={row.problems} />,
      },
      { id: 'union', header: t(messages.union), value: (row) => row.unionName, width: 220 },
      { id: 'fromDay', header: t(messages.fromDay), value: (row) => row.fromDay, width: 120 },
    ],
    [t],
  )
}
