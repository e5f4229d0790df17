import { useMutation } from '@tanstack/react-query'
import { call } from '#platform/client/call.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { Failure } from '#platform/failures.ts'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { people } from '../contract.ts'
import { messages } from './messages.ts'
import { documentWords } from './shared-words.ts'

type Revealed = OutputOf<typeof people.revealIdentity>

type RevealDialogProps = {
  person: { bk: number; id: string }
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

export function RevealDialog({ person, isOpen, onOpenChange }: RevealDialogProps) {
  const t = useText()
  return (
    <Dialog title={t(messages.revealTitle)} isAlert isOpen={isOpen} onOpenChange={onOpenChange}>
      <RevealForm person={person} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

/** Asked for straight and kept in no cache: what was shown is gone when the dialog closes. */
function RevealForm({ person, onDone }: { person: RevealDialogProps['person']; onDone: () => void }) {
  const t = useText()
  const reveal = useMutation<Revealed, Failure, string>({
    mutationFn: (reason) => call(people.revealIdentity, { bk: person.bk, id: person.id, reason }),
    gcTime: 0,
  })
  if (reveal.data !== undefined) return <Whole revealed={reveal.data} onDone={onDone} />
  return (
    <>
      <p>{t(messages.revealWhat)}</p>
      <Form onSubmit={(data) => reveal.mutate(formText(data, 'reason'))} {...formRefusal(reveal.error, t)}>
        <TextArea
          name="reason"
          label={t(messages.reason)}
          description={t(messages.reasonHint)}
          rows={3}
          autoFocus
        />
        <div className="ui-dialog-actions">
          <Button onPress={onDone}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={reveal.isPending}>
            {t(messages.reveal)}
          </Button>
        </div>
      </Form>
    </>
  )
}

function Whole({ revealed, onDone }: { revealed: Revealed; onDone: () => void }) {
  const t = useText()
  return (
    <>
      <DescriptionList
        items={[
          { term: t(messages.name), value: revealed.name },
          { term: t(documentWords[revealed.documentKind]), value: revealed.documentNumber },
          { term: t(messages.phone), value: revealed.phone },
        ]}
      />
      <div className="ui-dialog-actions">
        <Button variant="primary" onPress={onDone}>
          {t(messages.close)}
        </Button>
      </div>
    </>
  )
}
