import { useState, type ReactNode } from 'react'
import type { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'
import { isReason } from './reason.ts'
import { RefusalNote } from '#ui/states/refusal-note.tsx'

type ReasonDialogProps = {
  readonly title: string
  /** What will happen. */
  readonly children: ReactNode
  readonly confirmLabel: string
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly onConfirm: (reason: string) => void
  readonly isDanger?: boolean
  readonly isPending: boolean
  readonly failure: Failure | null
}

/** Asks for a reason as long as the contract wants it, and shows the server's refusal with the reason still there. */
export function ReasonDialog(props: ReasonDialogProps) {
  return (
    <Dialog title={props.title} isAlert isOpen={props.isOpen} onOpenChange={props.onOpenChange}>
      <ReasonForm {...props} />
    </Dialog>
  )
}

function ReasonForm({ children, failure, isPending, isDanger, ...props }: ReasonDialogProps) {
  const t = useText()
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const submit = () => {
    if (!isReason(reason)) return setErrors({ reason: t(messages.reasonShort) })
    setErrors({})
    props.onConfirm(reason.trim())
  }
  return (
    <Form onSubmit={submit} errors={errors}>
      <p>{children}</p>
      <TextArea
        name="reason"
        label={t(messages.reason)}
        description={t(messages.reasonHint)}
        value={reason}
        onChange={setReason}
        rows={3}
        autoFocus
      />
      <RefusalNote failure={failure} />
      <div className="ui-dialog-actions">
        <Button onPress={() => props.onOpenChange(false)}>{t(messages.cancel)}</Button>
        <Button type="submit" variant={isDanger ? 'danger' : 'primary'} isPending={isPending}>
          {props.confirmLabel}
        </Button>
      </div>
    </Form>
  )
}
