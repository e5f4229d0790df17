import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import type { Application } from './application-page.tsx'
import { becomingMessages as messages } from './messages.ts'

const FOUND_MIN = 4

/** The county's check: by a visit or by papers, and what was found. */
export function ForwardCard({ application: { id, seq } }: { readonly application: Application }) {
  const t = useText()
  const toast = useToast()
  const [visitedOn, setVisitedOn] = useState<string | null>(null)
  const [found, setFound] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const forward = useCommand(stations.forwardApplication, ['review', 'work'])
  const submit = () => {
    if (found.trim().length < FOUND_MIN) return setErrors({ found: t(messages.foundShort) })
    setErrors({})
    forward.mutate(
      { id, seq, visitedOn, found: found.trim() },
      { onSuccess: () => toast({ text: t(messages.forwarded) }) },
    )
  }
  return (
    <Card title={t(messages.forwardTitle)}>
      <Form onSubmit={submit} errors={errors}>
        <DatePicker
          name="visitedOn"
          label={t(messages.visitedOn)}
          description={t(messages.visitHint)}
          value={visitedOn}
          onChange={setVisitedOn}
          isOptional
        />
        <TextArea name="found" label={t(messages.found)} value={found} onChange={setFound} rows={3} />
        <RefusalNote failure={forward.error} />
        <div className="ui-row">
          <Button type="submit" variant="primary" isPending={forward.isPending}>
            {t(messages.forward)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
