import { useCommand } from '#platform/client/hooks.ts'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { people } from '../contract.ts'
import type { StaffRequestRow } from '../shapes.ts'
import { messages } from './messages.ts'
import { requestKindWords, requestStateWords } from './shared-words.ts'

type DecideDialogProps = { request: StaffRequestRow; onDone: () => void }

/** Granting carries the wish out at once; refusing says why. The person reads the answer either way. */
export function DecideDialog({ request, onDone }: DecideDialogProps) {
  const t = useText()
  const toast = useToast()
  const decide = useCommand(people.decideRequest, ['work'])
  const submit = (data: FormData) =>
    decide.mutate(
      {
        person: request.person,
        id: request.id,
        // Left unchosen it is nothing, and the server says so: no decision is made for anybody.
        decision: formText(data, 'decision') as 'granted' | 'refused',
        answer: formText(data, 'answer'),
      },
      {
        onSuccess: () => {
          toast({ text: t(messages.saved) })
          onDone()
        },
      },
    )
  const decisions = (['granted', 'refused'] as const).map((id) => ({ id, label: t(requestStateWords[id]) }))
  return (
    <Dialog title={t(messages.decideTitle)} isAlert isOpen onOpenChange={onDone}>
      <DescriptionList
        items={[
          { term: t(messages.name), value: request.maskedName },
          { term: t(messages.what), value: t(requestKindWords[request.kind]) },
          { term: t(messages.wish), value: request.maskedWish },
          { term: t(messages.why), value: request.explanation },
        ]}
      />
      {request.kind === 'deletion' && <p>{t(messages.grantDeletion)}</p>}
      <Form onSubmit={submit} {...formRefusal(decide.error, t)}>
        <Select name="decision" label={t(messages.decision)} options={decisions} />
        <TextArea name="answer" label={t(messages.answer)} description={t(messages.answerHint)} rows={3} />
        <div className="ui-dialog-actions">
          <Button onPress={onDone}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={decide.isPending}>
            {t(messages.decide)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
