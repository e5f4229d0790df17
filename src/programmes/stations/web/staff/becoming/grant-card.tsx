import { useState } from 'react'
import type { Failure } from '#platform/failures.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { DoubtsDialog } from '../form/doubts-dialog.tsx'
import { doubtsOf, withConfirmed, type Doubt } from '../form/refused-fields.ts'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import type { Application } from './application-page.tsx'
import { becomingMessages as messages } from './messages.ts'

/** The city's decision; a neighbour that came meanwhile is asked about once more. */
export function GrantCard({ application: { id, seq } }: { readonly application: Application }) {
  const t = useText()
  const toast = useToast()
  const [note, setNote] = useState('')
  const [doubts, setDoubts] = useState<readonly Doubt[]>([])
  const grant = useCommand(stations.grantApplication, ['review', 'work'])
  const send = (confirmed: readonly string[]) =>
    grant.mutate(
      { id, seq, note: note.trim(), confirmed: [...confirmed] },
      {
        onError: (failure: Failure) => setDoubts(doubtsOf(failure)),
        onSuccess: ({ code }) => toast({ text: t(messages.grantedAs, { code }) }),
      },
    )
  return (
    <Card title={t(messages.grantTitle)}>
      <Form onSubmit={() => send([])} errors={{}}>
        <p>{t(messages.grantWhat)}</p>
        <TextArea name="note" label={t(messages.note)} value={note} onChange={setNote} rows={2} isOptional />
        <RefusalNote failure={doubts.length > 0 ? null : grant.error} />
        <div className="ui-row">
          <Button type="submit" variant="primary" isPending={grant.isPending}>
            {t(messages.grant)}
          </Button>
        </div>
      </Form>
      <DoubtsDialog
        doubts={doubts}
        isPending={grant.isPending}
        onConfirm={() => send(withConfirmed([], doubts))}
        onClose={() => setDoubts([])}
      />
    </Card>
  )
}
