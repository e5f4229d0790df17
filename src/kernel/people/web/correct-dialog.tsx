import { useNavigate } from '@tanstack/react-router'
import { useCommand } from '#platform/client/hooks.ts'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { people } from '../contract.ts'
import { messages } from './messages.ts'
import type { ShownPerson } from './person-page.tsx'

type CorrectDialogProps = { person: ShownPerson; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

export function CorrectDialog({ person, isOpen, onOpenChange }: CorrectDialogProps) {
  const t = useText()
  return (
    <Dialog title={t(messages.correctTitle)} isAlert isOpen={isOpen} onOpenChange={onOpenChange}>
      <p>{t(messages.correctWhat)}</p>
      <CorrectForm person={person} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

/** Starts empty: the officer types what is right, without seeing what was masked. */
function CorrectForm({ person, onDone }: { person: ShownPerson; onDone: () => void }) {
  const t = useText()
  const toast = useToast()
  const navigate = useNavigate()
  const correct = useCommand(people.correctPerson)
  const submit = (data: FormData) =>
    correct.mutate(
      { bk: person.bk, id: person.id, version: person.version, ...read(data) },
      {
        onSuccess: (row) => {
          toast({ text: t(messages.saved) })
          onDone()
          // A new number made a new row: that one stands for the person now.
          if (row.id !== person.id) void navigate({ to: `/staff/people/${row.bk}/${row.id}` } as never)
        },
      },
    )
  return (
    <Form onSubmit={submit} {...formRefusal(correct.error, t)}>
      <TextField name="name" label={t(messages.name)} autoComplete="off" isOptional />
      <TextField name="documentNumber" label={t(messages.document)} autoComplete="off" isOptional />
      <TextField name="phone" label={t(messages.phone)} inputMode="tel" autoComplete="off" isOptional />
      <TextArea name="reason" label={t(messages.reason)} description={t(messages.reasonHint)} rows={2} />
      <div className="ui-dialog-actions">
        <Button onPress={onDone}>{t(messages.cancel)}</Button>
        <Button type="submit" variant="primary" isPending={correct.isPending}>
          {t(messages.save)}
        </Button>
      </div>
    </Form>
  )
}

function read(data: FormData) {
  const text = (name: string) => formText(data, name)
  const given = (name: 'name' | 'documentNumber' | 'phone') =>
    text(name) === '' ? {} : { [name]: text(name) }
  return { ...given('name'), ...given('documentNumber'), ...given('phone'), reason: text('reason') }
}
