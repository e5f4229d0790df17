import { useState } from 'react'
import { formRefusal } from '#kernel/organisations/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../../../../contract.ts'
import { dutyWords } from '../../../union-words.ts'
import { messages } from '../messages.ts'
import type { Union } from './union-page.tsx'

type Officer = Union['officers'][number]

/** Who leads the union now, and who did before. */
export function OfficersCard({ union }: { union: Union }) {
  const t = useText()
  const [leaving, setLeaving] = useState<Officer>()
  const sitting = union.officers.filter(({ untilDay }) => untilDay === null)
  const former = union.officers.filter(({ untilDay }) => untilDay !== null)
  return (
    <Card title={t(messages.officers)}>
      {sitting.length === 0 && <p className="ui-hint">{t(messages.noOfficers)}</p>}
      <ul className="unions-rows">
        {sitting.map((officer) => (
          <li key={officer.id}>
            <span>
              {officer.name} <span className="ui-hint">{t(dutyWords[officer.duty])}</span>
            </span>
            <span className="ui-row">
              <span className="ui-hint">{t(messages.sinceDay, { day: officer.fromDay })}</span>
              {union.mayKeep && (
                <Button
                  variant="quiet"
                  aria-label={`${t(messages.vacate)} ${officer.name}`}
                  onPress={() => setLeaving(officer)}
                >
                  {t(messages.vacate)}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {former.length > 0 && (
        <Disclosure title={t(messages.formerOfficers)}>
          <ul className="unions-rows">
            {former.map((officer) => (
              <li key={officer.id}>
                <span>
                  {officer.name} <span className="ui-hint">{t(dutyWords[officer.duty])}</span>
                </span>
                <span className="ui-hint">
                  {t(messages.fromTo, { from: officer.fromDay, to: officer.untilDay ?? '' })}{' '}
                  {officer.whyEnded}
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {leaving && <VacateDialog officer={leaving} onClose={() => setLeaving(undefined)} />}
    </Card>
  )
}

function VacateDialog({ officer, onClose }: { officer: Officer; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const vacate = useCommand(membership.vacateOffice)
  const [untilDay, setUntilDay] = useState('')
  const [why, setWhy] = useState('')
  const submit = () =>
    vacate.mutate(
      { officerId: officer.id, untilDay, why },
      {
        onSuccess: () => {
          toast({ text: t(messages.saved) })
          onClose()
        },
      },
    )
  return (
    <Dialog title={`${t(messages.vacate)}：${officer.name}`} isAlert isOpen onOpenChange={onClose}>
      <Form onSubmit={submit} {...formRefusal(vacate.error, t)}>
        <TextField
          name="untilDay"
          type="date"
          label={t(messages.leftOn)}
          value={untilDay}
          onChange={setUntilDay}
        />
        <TextField name="why" label={t(messages.why)} value={why} onChange={setWhy} />
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={vacate.isPending}>
            {t(messages.save)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
