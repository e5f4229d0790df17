import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import type { ImportRow, ImportSummary } from '../types.ts'
import { decisionWords } from '../words.ts'
import { CellsEditor } from './cells-editor.tsx'
import { importMessages } from './messages.ts'
import { RowActions } from './row-actions.tsx'
import { RowProblems } from './row-problems.tsx'
import { cellOf } from './row-view.ts'

export type Decide = (decision: 'confirm' | 'skip' | 'judge', cells?: Record<string, string>) => void

type ImportRowItemProps = {
  readonly row: ImportRow
  readonly columns: ImportSummary['columns']
  readonly importId: string
  /** Whether it can still be decided. */
  readonly isOpen: boolean
}

/** One row of the file: its verdict, what the person wrote, what is wrong with it, and what can be done. */
export function ImportRowItem({ row, columns, importId, isOpen }: ImportRowItemProps) {
  const t = useText()
  const [isEditing, setEditing] = useState(false)
  const decide = useCommand(stations.decideImportRow)
  const act: Decide = (decision, cells) =>
    decide.mutate(
      { importId, row: row.row, decision, ...(cells && { cells }) },
      { onSuccess: () => setEditing(false) },
    )
  const { text, status } = decisionWords[row.decision]
  const shown = { row, isPending: decide.isPending, onDecide: act }
  return (
    <li className="stations-import-row" data-decision={row.decision}>
      <div className="stations-import-head">
        <span className="stations-import-number">{t(importMessages.row, { row: String(row.row) })}</span>
        <StatusBadge status={status}>{t(text)}</StatusBadge>
        <RowSubject row={row} columns={columns} />
        {isOpen && <RowActions {...shown} isEditing={isEditing} onEdit={() => setEditing(!isEditing)} />}
      </div>
      <RowProblems {...shown} isOpen={isOpen} />
      <RefusalNote failure={decide.error} />
      {isEditing && <CellsEditor {...shown} columns={columns} onClose={() => setEditing(false)} />}
    </li>
  )
}

/** Which station it is about, in the person's own words. */
function RowSubject({ row, columns }: Pick<ImportRowItemProps, 'row' | 'columns'>) {
  const t = useText()
  const cell = (field: string) => cellOf(row, columns, field)
  return (
    <span className="stations-import-subject">
      <b>{cell('name') || t(importMessages.rowName)}</b>
      {row.decision !== 'refused' && <RowEffect changes={row.changes} />}
      <span className="ui-hint">
        {[cell('district'), cell('address'), cell('hours')].filter((text) => text !== '').join(' · ')}
      </span>
    </span>
  )
}

/** What writing the row would do; a refused row does nothing. */
function RowEffect({ changes }: Pick<ImportRow, 'changes'>) {
  const t = useText()
  if (changes === null) return <Tag>{t(importMessages.newStation)}</Tag>
  return (
    <span className="ui-row">
      <Tag>{t(importMessages.changesStation)}</Tag>
      <Link href={`/staff/stations/${changes}`}>{changes}</Link>
    </span>
  )
}
