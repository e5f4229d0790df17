import { useMemo, useState } from 'react'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { people } from '../contract.ts'
import type { MergeRow } from '../shapes.ts'
import { mergeMessages as messages } from './merge-messages.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { rowText } from './row-text.ts'

const PAGE_SIZE = 20

export function PastMerges() {
  const t = useText()
  const [page, setPage] = useState(1)
  const [undoing, setUndoing] = useState<MergeRow>()
  const answer = useAnswer(people.listMerges, { page, pageSize: PAGE_SIZE }, { keepLast: true })
  const undo = useCommand(people.unmergePeople, ['memberships', 'membership'])
  const total = answer.data?.total ?? 0
  return (
    <>
      <h2>{t(messages.merges)}</h2>
      <DataTable
        label={t(messages.merges)}
        columns={useMergeColumns(setUndoing)}
        {...rowsOf(answer)}
        rowId={(row) => `${row.from.id} ${row.at}`}
        empty={<EmptyState title={t(messages.mergesNone)} />}
        {...(total > PAGE_SIZE && {
          pagination: { page, pageSize: PAGE_SIZE, total, onPageChange: setPage },
        })}
      />
      <ReasonDialog
        title={t(messages.undo)}
        what={t(messages.undoWhat)}
        isOpen={undoing !== undefined}
        onOpenChange={(isOpen) => !isOpen && setUndoing(undefined)}
        isPending={undo.isPending}
        failure={undo.error}
        onConfirm={(reason) =>
          undoing &&
          undo.mutate(
            { person: { bk: undoing.from.bk, id: undoing.from.id }, reason },
            { onSuccess: () => setUndoing(undefined) },
          )
        }
      />
    </>
  )
}

function useMergeColumns(onUndo: (row: MergeRow) => void): DataColumn<MergeRow>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      { id: 'from', header: t(messages.replaced), value: (row) => rowText(row.from), isRowHeader: true },
      { id: 'into', header: t(messages.stands), value: (row) => rowText(row.into) },
      {
        id: 'by',
        header: t(messages.by),
        value: (row) => [row.madeBy, row.reason, row.undoneBy, row.undoneReason].filter(Boolean).join(' · '),
      },
      {
        id: 'when',
        header: t(messages.when),
        value: (row) => row.at,
        cell: (row) => format.dateTime(row.at),
        width: 160,
      },
      {
        id: 'state',
        header: t(messages.state),
        value: (row) => t(row.undoneBy === null ? messages.standing : messages.undone),
        cell: (row) =>
          row.undoneBy === null ? (
            <Button variant="quiet" onPress={() => onUndo(row)}>
              {t(messages.undo)}
            </Button>
          ) : (
            <StatusBadge status="quiet">{t(messages.undone)}</StatusBadge>
          ),
        width: 130,
      },
    ],
    [t, format, onUndo],
  )
}
