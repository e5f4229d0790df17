import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { contests } from '../../contract.ts'
import { entryMessages } from './entry-messages.ts'
import type { Entry } from './types.ts'

/** Whether an awarded work is shown to everybody: agreed to by all who are in it, taken back in one press. */
export function PublicationCard({ entry }: { entry: Entry }) {
  const t = useText()
  const toast = useToast()
  const [isAsked, setAsked] = useState(false)
  const command = useCommand(contests.setPublication)
  const isShown = entry.agreesToPublication
  const set = (agrees: boolean) =>
    command.mutate(
      { id: entry.id, agrees },
      {
        onSuccess: () => {
          setAsked(false)
          toast({ text: t(entryMessages.publicationSaved) })
        },
      },
    )
  return (
    <Card title={t(entryMessages.publication)}>
      <p>{t(isShown ? entryMessages.publicationYes : entryMessages.publicationNo)}</p>
      {!isAsked && <RefusalNote failure={command.error} />}
      <span className="ui-row">
        <Button
          isPending={command.isPending && !isAsked}
          onPress={() => (isShown ? set(false) : setAsked(true))}
        >
          {t(isShown ? entryMessages.publicationEnd : entryMessages.publicationAgree)}
        </Button>
      </span>
      <ConfirmDialog
        title={t(entryMessages.publicationAsk)}
        confirmLabel={t(entryMessages.publicationAgree)}
        isOpen={isAsked}
        onOpenChange={setAsked}
        onConfirm={() => set(true)}
        isPending={command.isPending}
      >
        <p>{t(entryMessages.publicationAskWhat)}</p>
        <RefusalNote failure={command.error} />
      </ConfirmDialog>
    </Card>
  )
}
