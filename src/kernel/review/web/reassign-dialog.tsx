import { useState } from 'react'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { ComboBox } from '#ui/controls/combo-box.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { review } from '../contract.ts'
import { messages } from './messages.ts'
import { touchedBy, type Case } from './use-case.ts'

type ReassignProps = { one: Case; onClose: () => void }

/** To an officer who may take the step, or back to whoever may. */
export function ReassignDialog({ one, onClose }: ReassignProps) {
  const t = useText()
  const assignees = useAnswer(review.listAssignees, { id: one.id })
  return (
    <Dialog title={t(messages.reassignTitle)} isOpen onOpenChange={onClose}>
      <Answered to={assignees}>
        {({ rows }) => <ReassignForm one={one} officers={rows} onClose={onClose} />}
      </Answered>
    </Dialog>
  )
}

type Officer = { person: { bk: number; id: string }; name: string; organisationName: string }

function ReassignForm({ one, officers, onClose }: ReassignProps & { officers: readonly Officer[] }) {
  const t = useText()
  const toast = useToast()
  const [chosen, setChosen] = useState<string | null>(null)
  const reassign = useCommand(review.reassign, touchedBy(one))
  const submit = (data: FormData) =>
    reassign.mutate(
      {
        id: one.id,
        person: officers.find(({ person }) => person.id === chosen)?.person ?? null,
        reason: formText(data, 'reason'),
      },
      {
        onSuccess: () => {
          toast({ text: t(messages.reassigned) })
          onClose()
        },
      },
    )
  const options = officers.map(({ person, name, organisationName }) => ({
    id: person.id,
    label: name,
    description: organisationName,
  }))
  return (
    <Form onSubmit={submit} {...formRefusal(reassign.error, t)}>
      <ComboBox
        name="person"
        label={t(messages.toWhom)}
        description={t(messages.toWhomHint)}
        options={options}
        value={chosen}
        onChange={setChosen}
        isOptional
      />
      <TextArea name="reason" label={t(messages.reason)} rows={2} />
      <div className="ui-dialog-actions">
        <Button onPress={onClose}>{t(messages.cancel)}</Button>
        <Button type="submit" variant="primary" isPending={reassign.isPending}>
          {t(messages.reassign)}
        </Button>
      </div>
    </Form>
  )
}
