import { useState } from 'react'
import type { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { mergeMessages } from './merge-messages.ts'
import { messages } from './messages.ts'

type ReasonDialogProps = {
  /** Also the verb of the button. */
  readonly title: string
  readonly what: string
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly isPending: boolean
  readonly failure: Failure | null
  readonly onConfirm: (reason: string) => void
}

const REASON_MIN = 6

/** Asks for the reason that the record keeps, and shows the server's refusal with it still there. */
export function ReasonDialog(props: ReasonDialogProps) {
  return (
    <Dialog title={props.title} isAlert isOpen={props.isOpen} onOpenChange={props.onOpenChange}>
      <ReasonForm {...props} />
    </Dialog>
  )
}

function ReasonForm({ title, what, failure, isPending, onOpenChange, onConfirm }: ReasonDialogProps) {
  const t = useText()
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const submit = () => {
    if ([...reason.trim()].length < REASON_MIN) return setErrors({ reason: t(mergeMessages.reasonShort) })
    setErrors({})
    onConfirm(reason.trim())
  }
  return (
    <Form onSubmit={submit} errors={errors}>
      <p>{what}</p>
      <TextArea
        name="reason"
        label={t(mergeMessages.reason)}
        value={reason}
        onChange={setReason}
        rows={3}
        autoFocus
      />
      {failure && <p role="alert">{t(failure.text)}</p>}
      <div className="ui-dialog-actions">
        <Button onPress={() => onOpenChange(false)}>{t(messages.cancel)}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {title}
        </Button>
      </div>
    </Form>
  )
}
