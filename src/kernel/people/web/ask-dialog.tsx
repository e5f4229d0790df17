import { useCommand } from '#platform/client/hooks.ts'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { people } from '../contract.ts'
import { requestField } from '../shapes.ts'
import { myMessages } from './my-messages.ts'
import { requestFieldWords } from './shared-words.ts'

type AskDialogProps = { kind: 'correction' | 'deletion'; onDone: () => void }

export function AskDialog({ kind, onDone }: AskDialogProps) {
  const t = useText()
  const isDeletion = kind === 'deletion'
  return (
    <Dialog
      title={t(isDeletion ? myMessages.askDeletion : myMessages.askCorrection)}
      isAlert
      isOpen
      onOpenChange={onDone}
    >
      {isDeletion && <p>{t(myMessages.deletionWhat)}</p>}
      <AskForm kind={kind} onDone={onDone} />
    </Dialog>
  )
}

function AskForm({ kind, onDone }: AskDialogProps) {
  const t = useText()
  const asking = useAsking(onDone)
  const fields = requestField.options.map((id) => ({ id, label: t(requestFieldWords[id]) }))
  return (
    <Form onSubmit={(data) => asking.send(kind, data)} {...formRefusal(asking.error, t)}>
      {kind === 'correction' && (
        <>
          <Select name="field" label={t(myMessages.field)} options={fields} defaultValue="name" />
          <TextField name="wish" label={t(myMessages.wish)} autoComplete="off" />
        </>
      )}
      <TextArea
        name="explanation"
        label={t(myMessages.explanation)}
        description={t(myMessages.explanationHint)}
        rows={3}
      />
      <div className="ui-dialog-actions">
        <Button onPress={onDone}>{t(myMessages.cancel)}</Button>
        <Button type="submit" variant="primary" isPending={asking.isPending}>
          {t(myMessages.send)}
        </Button>
      </div>
    </Form>
  )
}

/** Sends either request and says by when it is answered. */
function useAsking(onDone: () => void) {
  const t = useText()
  const format = useFormat()
  const toast = useToast()
  const correction = useCommand(people.requestCorrection)
  const deletion = useCommand(people.requestDeletion)
  const onSuccess = ({ dueOn }: { dueOn: string }) => {
    toast({ text: t(myMessages.sent, { day: format.date(dueOn) }) })
    onDone()
  }
  const send = (kind: AskDialogProps['kind'], data: FormData) => {
    const explanation = formText(data, 'explanation')
    if (kind === 'deletion') return deletion.mutate({ explanation }, { onSuccess })
    const field = requestField.catch('other').parse(formText(data, 'field'))
    correction.mutate({ field, wish: formText(data, 'wish'), explanation }, { onSuccess })
  }
  return {
    send,
    error: correction.error ?? deletion.error,
    isPending: correction.isPending || deletion.isPending,
  }
}
