import { useCommand } from '#platform/client/hooks.ts'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Refused } from '#ui/states/answered.tsx'
import type { greenTravel } from '../../../contract.ts'
import { partnerMessages as messages } from './messages.ts'

type Props = {
  readonly operation: typeof greenTravel.endRoute | typeof greenTravel.retireReader
  readonly id: number
  readonly title: string
  readonly text: string
  readonly label: string
  readonly onClose: () => void
}

/** A route or reader ends, with the reason that stands in the audit log. */
export function EndDialog({ operation, id, title, text, label, onClose }: Props) {
  const t = useText()
  const end = useCommand(operation)
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={label}
      isDanger
      isOpen
      isPending={end.isPending}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      asksReason={{ label: t(messages.reason) }}
      onConfirm={(reason) => end.mutate({ id, reason }, { onSuccess: onClose })}
    >
      <p>{text}</p>
      {end.error && <Refused error={end.error} />}
    </ConfirmDialog>
  )
}
