import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { membership } from '#programmes/membership/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ShownImport } from './import-detail-page.tsx'
import { joiningOf, leftOutOf } from './import-words.ts'
import { messages } from './messages.ts'
import { Refusal } from './refusal.tsx'

/** The one moment at which an import begins to change anything: what will be, what stays out, then the word. */
export function WriteImport({ shown }: { readonly shown: ShownImport }) {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const [withChanges, setWithChanges] = useState(false)
  const write = useCommand(membership.writeRosterImport, ['memberships', 'people', 'figures'])
  const { new: fresh = 0, joins = 0, changes = 0 } = shown.tally
  const joining = joiningOf(shown.tally)
  const left = leftOutOf(shown.tally)
  const label = joining === 0 ? t(messages.commitNothing) : t(messages.commit, { count: joining })
  return (
    <>
      <Button variant="primary" isDisabled={joining + changes === 0} onPress={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        title={t(messages.commitTitle)}
        confirmLabel={label}
        isOpen={isAsking}
        onOpenChange={setAsking}
        isPending={write.isPending}
        onConfirm={() => write.mutate({ importId: shown.id, withChanges })}
      >
        <div className="ui-stack">
          <p>{t(messages.commitPlan, { fresh, joins })}</p>
          {left > 0 && <p>{t(messages.commitLeft, { count: left })}</p>}
          {changes > 0 && (
            <Checkbox isSelected={withChanges} onChange={setWithChanges}>
              {t(messages.withChanges, { count: changes })}
            </Checkbox>
          )}
          <Refusal failure={write.error} />
        </div>
      </ConfirmDialog>
    </>
  )
}
