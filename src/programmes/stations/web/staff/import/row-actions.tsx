import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ImportRow } from '../types.ts'
import type { Decide } from './import-row-item.tsx'
import { importMessages } from './messages.ts'

type RowActionsProps = {
  readonly row: ImportRow
  readonly isPending: boolean
  readonly isEditing: boolean
  readonly onDecide: Decide
  readonly onEdit: () => void
}

/** What can be done with a row as it stands; every decision can be taken back until the roster is written. */
export function RowActions({ row, isPending, isEditing, onDecide, onEdit }: RowActionsProps) {
  const t = useText()
  const named = (label: string) => `${label} · ${t(importMessages.row, { row: String(row.row) })}`
  const button = (label: string, onPress: () => void) => (
    <Button variant="quiet" isDisabled={isPending} aria-label={named(label)} onPress={onPress}>
      {label}
    </Button>
  )
  return (
    <span className="stations-import-actions">
      {row.decision === 'confirm' && (
        <Button
          isPending={isPending}
          aria-label={named(t(importMessages.doConfirm))}
          onPress={() => onDecide('confirm')}
        >
          {t(importMessages.doConfirm)}
        </Button>
      )}
      {row.decision === 'confirmed' && button(t(importMessages.unconfirm), () => onDecide('judge'))}
      {row.decision === 'skipped'
        ? button(t(importMessages.unskip), () => onDecide('judge'))
        : button(t(importMessages.skip), () => onDecide('skip'))}
      <Button
        variant="quiet"
        icon="edit"
        aria-expanded={isEditing}
        aria-label={t(importMessages.editCellsOf, { row: String(row.row) })}
        onPress={onEdit}
      >
        {t(importMessages.editCells)}
      </Button>
    </span>
  )
}
