import { useEffect } from 'react'
import type { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { OrganisationRow } from '../contract.ts'
import type { Draft } from './edit-dialog.tsx'
import { messages } from './messages.ts'

type ConflictViewProps = {
  failure: Failure
  draft: Draft
  current: OrganisationRow
  seenVersion: number
  onReload: () => void
  onKeepMine: (seenVersion: number) => void
  onTakeTheirs: () => void
}

/** Both versions, field by field. Saving over the other needs the newer version to have been seen: here it is. */
export function ConflictView(props: ConflictViewProps) {
  const { failure, draft, current, seenVersion, onReload, onKeepMine, onTakeTheirs } = props
  const t = useText()
  useEffect(onReload, [onReload])
  const isLoaded = current.version > seenVersion
  return (
    <div className="ui-stack" role="alert">
      <h3>{t(messages.conflictTitle)}</h3>
      <p>{t(failure.text)}</p>
      <table className="ui-table organisations-conflict">
        <thead>
          <tr>
            <th scope="col">{t(messages.conflictField)}</th>
            <th scope="col">{t(messages.conflictMine)}</th>
            <th scope="col">{t(messages.conflictTheirs)}</th>
          </tr>
        </thead>
        <tbody>
          {failure.problems.map(({ field, accepted }) => (
            <tr key={field}>
              <th scope="row">{t(messages[field as keyof Draft])}</th>
              <td>{draft[field as keyof Draft] || t(messages.empty)}</td>
              <td>{accepted && t(accepted)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="ui-dialog-actions">
        <Button onPress={onTakeTheirs}>{t(messages.takeTheirs)}</Button>
        <Button variant="primary" isDisabled={!isLoaded} onPress={() => onKeepMine(current.version)}>
          {t(messages.keepMine)}
        </Button>
      </div>
    </div>
  )
}
