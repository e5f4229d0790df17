import { useMemo, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { membership } from '#programmes/membership/contract.ts'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import type { ShownImport } from './import-detail-page.tsx'
import { keptWords, undoWords } from './import-words.ts'
import { undoMessages as messages } from './undo-messages.ts'

type KeptRow = OutputOf<typeof membership.listRosterKept>['rows'][number]

const KEPT_A_PAGE = 20

/** Where the wish to take an import back stands, and what it came to. */
export function UndoOutcome({
  shown: { id, undo, rowsWritten, rowsUpdated },
}: {
  readonly shown: ShownImport
}) {
  const t = useText()
  if (undo === null) return null
  const total = rowsWritten + rowsUpdated
  return (
    <>
      <Card title={t(undoWords[undo.state].text)}>
        {undo.state === 'undoing' && (
          <ProgressBar
            label={t(messages.undoing)}
            percent={total === 0 ? 0 : Math.min(100, Math.floor((100 * undo.lookedAt) / total))}
            valueText={t(messages.rowsOf, { done: undo.lookedAt.toLocaleString('zh-CN') })}
          />
        )}
        <p role="status">{saidOf(undo, t)}</p>
        {undo.caseId !== null && undo.state === 'asked' && (
          <Link href={`/staff/cases/${undo.caseId}`}>{t(messages.seeCase)}</Link>
        )}
      </Card>
      {undo.kept > 0 && <KeptRows importId={id} />}
    </>
  )
}

function saidOf(undo: NonNullable<ShownImport['undo']>, t: Translate): string {
  if (undo.state === 'asked') return t(messages.askedWhat, { by: undo.madeBy, reason: undo.reason })
  if (undo.state === 'refused') return t(messages.refusedWhat)
  return t(messages.doneWhat, { ended: undo.ended, restored: undo.restored, kept: undo.kept })
}

function KeptRows({ importId }: { readonly importId: string }) {
  const t = useText()
  const [page, setPage] = useState(1)
  const answer = useAnswer(
    membership.listRosterKept,
    { importId, page, pageSize: KEPT_A_PAGE },
    { keepLast: true },
  )
  const total = answer.data?.total ?? 0
  return (
    <div className="ui-stack">
      <h2>{t(messages.keptRows)}</h2>
      <DataTable
        label={t(messages.keptRows)}
        columns={useKeptColumns()}
        {...rowsOf(answer)}
        rowId={(row) => String(row.row)}
        {...(total > KEPT_A_PAGE && {
          pagination: { page, pageSize: KEPT_A_PAGE, total, onPageChange: setPage },
        })}
      />
    </div>
  )
}

function useKeptColumns(): DataColumn<KeptRow>[] {
  const t = useText()
  return useMemo(
    () => [
      { id: 'row', header: t(messages.row), value: (row) => row.row, isNumber: true, width: 80 },
      {
        id: 'name',
        header: t(messages.name),
        value: (row) => row.maskedName,
        cell: (row) => <Link href={`/staff/people/${row.person.bk}/${row.person.id}`}>{row.maskedName}</Link>,
        isRowHeader: true,
        width: 120,
      },
      { id: 'document', header: t(messages.document), value: (row) => row.maskedDocument },
      { id: 'why', header: t(messages.why), value: (row) => whyOf(row, t) },
    ],
    [t],
  )
}

function whyOf({ why, places }: KeptRow, t: Translate): string {
  const said = t(keptWords[why])
  if (places.length === 0) return said
  return t(messages.inPlaces, { why: said, places: places.map((place) => t(place)).join('、') })
}
