import { useState } from 'react'
import { formRefusal } from '#kernel/organisations/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../../../contract.ts'
import { messages } from './messages.ts'

type ReturnDialogProps = {
  readonly id: string
  readonly seq: number
  readonly title: string
  readonly onClose: () => void
}

/** What is missing, point by point, so that the applicant can mend each. */
export function ReturnDialog({ id, seq, title, onClose }: ReturnDialogProps) {
  const t = useText()
  const toast = useToast()
  const send = useCommand(membership.returnFounding, ['review'])
  const [points, setPoints] = useState('')
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const submit = () => {
    const missing = points
      .split('\n')
      .map((point) => point.trim())
      .filter((point) => point !== '')
    const wrong = {
      ...(missing.length === 0 && { missing: t(messages.missingShort) }),
      ...(reason.trim().length < 2 && { reason: t(messages.reasonShort) }),
    }
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return
    send.mutate(
      { id, seq, missing, reason: reason.trim() },
      {
        onSuccess: () => {
          toast({ text: t(messages.done, { what: title }) })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog title={title} isAlert isOpen onOpenChange={onClose}>
      <Form
        onSubmit={submit}
        {...formRefusal(send.error, t)}
        {...(Object.keys(errors).length > 0 && { errors })}
      >
        <TextArea name="missing" label={t(messages.missing)} rows={4} value={points} onChange={setPoints} />
        <TextField name="reason" label={t(messages.reason)} value={reason} onChange={setReason} />
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={send.isPending}>
            {title}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
