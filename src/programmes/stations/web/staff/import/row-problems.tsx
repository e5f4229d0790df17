import { Button } from '#ui/controls/button.tsx'
import { StatusShape, type Status } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ImportProblem, ImportRow } from '../types.ts'
import type { Decide } from './import-row-item.tsx'
import { importMessages } from './messages.ts'
import { rosterFieldText } from './roster-fields.ts'
import { sortedProblems } from './row-view.ts'

type RowProblemsProps = {
  readonly row: ImportRow
  readonly isOpen: boolean
  readonly isPending: boolean
  readonly onDecide: Decide
}

const statuses: Readonly<Record<ImportProblem['severity'], Status>> = {
  error: 'bad',
  confirm: 'warn',
  note: 'quiet',
}

/** Each thing that is wrong: which cell, why, what would be accepted, and the fix as one press. */
export function RowProblems({ row, isOpen, isPending, onDecide }: RowProblemsProps) {
  const t = useText()
  if (row.problems.length === 0) return null
  return (
    <ul className="stations-problems">
      {sortedProblems(row).map(({ field, code, value, severity, reason, accepted, fix }) => (
        <li key={`${field} ${code} ${reason.zh}`}>
          <StatusShape status={statuses[severity]} />
          <div>
            <p>
              <b>{t(rosterFieldText(field))}</b> {t(reason)}{' '}
              {value !== '' && <span className="ui-hint">{t(importMessages.written, { value })}</span>}
            </p>
            {accepted && <p className="ui-hint">{t(importMessages.accepted, { accepted: t(accepted) })}</p>}
          </div>
          {fix && isOpen && (
            <Button
              icon="check"
              isDisabled={isPending}
              onPress={() => onDecide('judge', { [field]: fix.value })}
            >
              {t(fix.label)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
