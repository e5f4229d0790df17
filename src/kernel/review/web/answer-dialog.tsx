import { useCommand } from '#platform/client/hooks.ts'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { review } from '../contract.ts'
import { noticeMessages as messages } from './notice-messages.ts'
import { touchedBy, type Case } from './use-case.ts'

type AnswerDialogProps = {
  one: Case
  objection: Case['notices'][number]['objections'][number]
  onClose: () => void
}

export function AnswerDialog({ one, objection, onClose }: AnswerDialogProps) {
  const t = useText()
  const toast = useToast()
  const answer = useCommand(review.answerObjection, touchedBy(one))
  const submit = (data: FormData) => {
    const verdict = formText(data, 'isUpheld')
    answer.mutate(
      {
        noticeId: objection.noticeId,
        no: objection.no,
        // Left unchosen it is nothing, and the server says so: no verdict is given for anybody.
        isUpheld: (verdict === '' ? undefined : verdict === 'yes') as boolean,
        answer: formText(data, 'answer'),
      },
      {
        onSuccess: () => {
          toast({ text: t(messages.answered) })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog title={t(messages.answer)} isAlert isOpen onOpenChange={onClose}>
      <blockquote>{objection.text}</blockquote>
      <Form onSubmit={submit} {...formRefusal(answer.error, t)}>
        <RadioGroup
          name="isUpheld"
          label={t(messages.verdict)}
          options={[
            { id: 'yes', label: t(messages.upheld) },
            { id: 'no', label: t(messages.notUpheld) },
          ]}
        />
        <TextArea name="answer" label={t(messages.answerText)} rows={4} />
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.close)}</Button>
          <Button type="submit" variant="primary" isPending={answer.isPending}>
            {t(messages.answer)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
