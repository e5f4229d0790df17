import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '../messages.ts'
import type { ImportRow, ImportSummary } from '../types.ts'
import type { Decide } from './import-row-item.tsx'
import { importMessages } from './messages.ts'
import { changedCells } from './row-view.ts'

type CellsEditorProps = {
  readonly row: ImportRow
  readonly columns: ImportSummary['columns']
  readonly isPending: boolean
  readonly onDecide: Decide
  readonly onClose: () => void
}

/** The person's own cells under their own headings; what is changed is judged anew. */
export function CellsEditor({ row, columns, isPending, onDecide, onClose }: CellsEditorProps) {
  const t = useText()
  const [cells, setCells] = useState<Readonly<Record<string, string>>>(row.cells)
  const faultOf = (field: string | null) =>
    row.problems.find((problem) => problem.field === field && problem.severity === 'error')?.reason
  return (
    <form
      className="stations-cells"
      onSubmit={(event) => {
        event.preventDefault()
        onDecide('judge', changedCells(row.cells, cells))
      }}
    >
      {columns.map(({ heading, field }) => {
        const fault = faultOf(field)
        return (
          <TextField
            key={heading}
            label={heading}
            value={cells[heading] ?? ''}
            maxLength={500}
            {...(fault && { errorMessage: t(fault) })}
            onChange={(text) => setCells({ ...cells, [heading]: text })}
          />
        )
      })}
      <div className="ui-row">
        <Button type="submit" variant="secondary" icon="refresh" isPending={isPending}>
          {t(importMessages.judgeAgain)}
        </Button>
        <Button variant="quiet" onPress={onClose}>
          {t(messages.cancel)}
        </Button>
      </div>
    </form>
  )
}
