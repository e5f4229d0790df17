import { useMutation } from '@tanstack/react-query'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { call } from '#platform/client/call.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../../../contract.ts'
import { documentWords } from '../../words.ts'
import { rollMessages } from './messages.ts'

type Revealed = OutputOf<typeof membership.revealApplicant>

type RevealApplicantDialogProps = {
  readonly id: string
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

export function RevealApplicantDialog({ id, isOpen, onOpenChange }: RevealApplicantDialogProps) {
  const t = useText()
  return (
    <Dialog title={t(rollMessages.revealTitle)} isAlert isOpen={isOpen} onOpenChange={onOpenChange}>
      <Reveal id={id} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

/** Asked for straight and kept in no cache: what was shown is gone when the dialog closes. */
function Reveal({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useText()
  const reveal = useMutation<Revealed, Failure, string>({
    mutationFn: (reason) => call(membership.revealApplicant, { id, reason }),
    gcTime: 0,
  })
  if (reveal.data !== undefined)
    return (
      <>
        <DescriptionList
          items={[
            { term: t(rollMessages.name), value: reveal.data.name },
            { term: t(documentWords[reveal.data.documentKind]!), value: reveal.data.documentNumber },
            { term: t(rollMessages.phone), value: reveal.data.phone },
          ]}
        />
        <div className="ui-dialog-actions">
          <Button variant="primary" onPress={onDone}>
            {t(rollMessages.close)}
          </Button>
        </div>
      </>
    )
  return (
    <Form onSubmit={(data) => reveal.mutate(formText(data, 'reason'))} {...formRefusal(reveal.error, t)}>
      <p>{t(rollMessages.revealText)}</p>
      <TextArea
        name="reason"
        label={t(rollMessages.reason)}
        description={t(rollMessages.reasonHint)}
        rows={2}
        autoFocus
      />
      <div className="ui-dialog-actions">
        <Button onPress={onDone}>{t(rollMessages.cancel)}</Button>
        <Button type="submit" variant="primary" isPending={reveal.isPending}>
          {t(rollMessages.reveal)}
        </Button>
      </div>
    </Form>
  )
}
