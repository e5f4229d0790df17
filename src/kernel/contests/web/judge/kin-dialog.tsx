import { useState } from 'react'
import { formRefusal } from '#kernel/organisations/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { contests } from '../../contract.ts'
import { messages } from './messages.ts'

type KinDialogProps = { readonly contestId: string; readonly onClose: () => void }

/** A judge names relatives, so that nothing of theirs is drawn for them. */
export function KinDialog({ contestId, onClose }: KinDialogProps) {
  const t = useText()
  const toast = useToast()
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const declare = useCommand(contests.declareKin)
  const names = text
    .split(/[\n、，,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const submit = () => {
    setTried(true)
    if (names.length === 0) return
    declare.mutate(
      { contestId, names },
      {
        onSuccess: () => {
          toast({ text: t(messages.kinDone) })
          onClose()
        },
      },
    )
  }
  const said =
    isTried && names.length === 0
      ? { errors: { names: t(messages.kinMissing) } }
      : formRefusal(declare.error, t)
  return (
    <Dialog title={t(messages.declareKin)} isOpen onOpenChange={onClose} isAlert>
      <Form onSubmit={submit} {...said}>
        <p>{t(messages.declareKinText)}</p>
        <TextArea
          name="names"
          label={t(messages.kinNames)}
          value={text}
          onChange={setText}
          rows={4}
          autoFocus
        />
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={declare.isPending}>
            {t(messages.declareKin)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
