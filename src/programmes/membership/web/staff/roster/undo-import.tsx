import { useState } from 'react'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { membership } from '#programmes/membership/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import type { ShownImport } from './import-detail-page.tsx'
import { keptWords } from './import-words.ts'
import { Refusal } from './refusal.tsx'
import { undoMessages as messages } from './undo-messages.ts'

/** What was written by mistake can be taken back as a whole: counted first, with a reason, and with another's agreement. */
export function UndoImport({ shown }: { readonly shown: ShownImport }) {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const undo = useCommand(membership.undoRosterImport, ['review', 'work'])
  const isWritten = (shown.state === 'done' || shown.state === 'stopped') && !shown.isPurged
  const wrote = shown.rowsWritten + shown.rowsUpdated > 0
  if (!isWritten || !wrote || (shown.undo !== null && shown.undo.state !== 'refused')) return null
  return (
    <>
      <span className="ui-row">
        <Button onPress={() => setAsking(true)}>{t(messages.undo)}</Button>
      </span>
      <ConfirmDialog
        title={t(messages.undo)}
        confirmLabel={t(messages.ask)}
        isDanger
        isOpen={isAsking}
        onOpenChange={setAsking}
        isPending={undo.isPending}
        asksReason={{ label: t(messages.reason), description: t(messages.reasonHint) }}
        onConfirm={(reason) =>
          undo.mutate({ importId: shown.id, reason }, { onSuccess: () => setAsking(false) })
        }
      >
        <div className="ui-stack">
          <Plan importId={shown.id} />
          <p className="ui-hint">{t(messages.planNote)}</p>
          <Refusal failure={undo.error} />
        </div>
      </ConfirmDialog>
    </>
  )
}

function Plan({ importId }: { readonly importId: string }) {
  const t = useText()
  return (
    <Answered to={useAnswer(membership.countRosterUndo, { importId })} label={t(messages.counting)}>
      {({ ended, restored, kept }) => (
        <>
          <p>{t(messages.plan, { ended, restored })}</p>
          {kept.map(({ why, count }) => (
            <p key={why}>{t(messages.planKept, { count, why: t(keptWords[why]) })}</p>
          ))}
        </>
      )}
    </Answered>
  )
}
