import { useCommand } from '#platform/client/hooks.ts'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { review } from '../contract.ts'
import { noticeMessages as messages } from './notice-messages.ts'

export function ObjectDialog({ noticeId, onClose }: { noticeId: string; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const object = useCommand(review.objectToNotice)
  const submit = (data: FormData) =>
    object.mutate(
      { id: noticeId, text: formText(data, 'text') },
      {
        onSuccess: () => {
          toast({ text: t(messages.sent) })
          onClose()
        },
      },
    )
  return (
    <Dialog title={t(messages.object)} isOpen onOpenChange={onClose}>
      <Form onSubmit={submit} {...formRefusal(object.error, t)}>
        <TextArea name="text" label={t(messages.objectText)} description={t(messages.objectHint)} rows={6} />
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.close)}</Button>
          <Button type="submit" variant="primary" isPending={object.isPending}>
            {t(messages.object)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
