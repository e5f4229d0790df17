import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'

export type LeaveDialogProps = {
  readonly isAsked: boolean
  readonly stay: () => void
  readonly leave: () => void
}

/** Asks before typed work is left behind. */
export function LeaveDialog({ isAsked, stay, leave }: LeaveDialogProps) {
  const t = useText()
  return (
    <ConfirmDialog
      title={t(messages.unsavedTitle)}
      confirmLabel={t(messages.leaveUnsaved)}
      isOpen={isAsked}
      onOpenChange={stay}
      onConfirm={leave}
      isDanger
    >
      {t(messages.unsavedWhat)}
    </ConfirmDialog>
  )
}
