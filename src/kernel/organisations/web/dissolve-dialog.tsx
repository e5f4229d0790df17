import { useCommand } from '#platform/client/hooks.ts'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { organisations, type OrganisationRow } from '../contract.ts'
import { messages } from './messages.ts'

type DissolveDialogProps = {
  organisation: OrganisationRow
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

export function DissolveDialog({ organisation, isOpen, onOpenChange }: DissolveDialogProps) {
  const t = useText()
  const toast = useToast()
  const dissolve = useCommand(organisations.dissolveOrganisation)
  const { id, version, name } = organisation
  const confirm = (reason: string) =>
    dissolve.mutate(
      { id, version, reason },
      {
        onSuccess: () => {
          toast({ text: t(messages.dissolvedNow) })
          onOpenChange(false)
        },
      },
    )
  const refusal = dissolve.error && (dissolve.error.problems[0]?.reason ?? dissolve.error.text)
  return (
    <ConfirmDialog
      title={t(messages.dissolveTitle, { name })}
      confirmLabel={t(messages.dissolve)}
      isDanger
      isPending={dissolve.isPending}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onConfirm={confirm}
      asksReason={{ label: t(messages.dissolveReason), description: t(messages.dissolveReasonHint) }}
    >
      <p>{t(messages.dissolveWhat)}</p>
      {refusal && <p role="alert">{t(refusal)}</p>}
    </ConfirmDialog>
  )
}
