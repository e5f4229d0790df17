import { useState, type ReactNode } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { TextArea } from './text-area.tsx'

export type ConfirmDialogProps = {
  title: ReactNode
  /** What will happen, in one or two sentences. */
  children: ReactNode
  /** The verb of the action, not "OK". */
  confirmLabel: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** Receives the reason, trimmed; an empty string where none was asked for. */
  onConfirm: (reason: string) => void
  isDanger?: boolean
  isPending?: boolean
  /** Asks for a written reason and refuses to go on without one. */
  asksReason?: { label?: string; description?: string }
}

/** Asks once more, and where the record needs it, why. The caller closes it when the work is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog title={props.title} isAlert isOpen={props.isOpen} onOpenChange={props.onOpenChange}>
      <ConfirmBody {...props} />
    </Dialog>
  )
}

/** Lives inside the dialog, so that a reason typed for one record never greets the next. */
function ConfirmBody({
  children,
  asksReason,
  confirmLabel,
  isDanger,
  isPending,
  ...props
}: ConfirmDialogProps) {
  const t = useText()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const lacksReason = asksReason !== undefined && reason.trim() === ''
  const confirm = () => (lacksReason ? setTried(true) : props.onConfirm(reason.trim()))
  return (
    <>
      <div>{children}</div>
      {asksReason && (
        <TextArea
          label={asksReason.label ?? t(messages.reason)}
          {...(asksReason.description && { description: asksReason.description })}
          {...(isTried && lacksReason && { errorMessage: t(messages.reasonMissing) })}
          value={reason}
          onChange={setReason}
          rows={3}
          autoFocus
        />
      )}
      <div className="ui-dialog-actions">
        <Button onPress={() => props.onOpenChange(false)}>{t(messages.cancel)}</Button>
        <Button variant={isDanger ? 'danger' : 'primary'} isPending={isPending ?? false} onPress={confirm}>
          {confirmLabel}
        </Button>
      </div>
    </>
  )
}
