import { formRefusal } from '#kernel/organisations/client.ts'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { access } from '../contract.ts'
import { messages } from './messages.ts'
import type { Me } from './use-me.ts'

type ChooseStepProps = {
  readonly persons: Me['personsToChoose']
  readonly onAnswer: (answer: OutputOf<typeof access.choosePerson>) => void
}

/** The second proof. Names are masked: each knows their own, and a stranger with the phone learns little. */
export function ChooseStep({ persons, onAnswer }: ChooseStepProps) {
  const t = useText()
  const [personId, setPersonId] = useState(persons[0]?.id ?? '')
  const choose = useCommand(access.choosePerson)
  const submit = (data: FormData) =>
    choose.mutate({ personId, documentTail: String(data.get('documentTail')) }, { onSuccess: onAnswer })
  const refused = choose.data?.step === 'refused' ? { field: 'documentTail', text: choose.data } : undefined
  const refusal = formRefusal(choose.error, t, refused)
  return (
    <Form onSubmit={submit} {...refusal}>
      <RadioGroup
        label={t(messages.whoAreYou)}
        description={t(messages.whoHint)}
        options={persons.map(({ id, maskedName }) => ({ id, label: maskedName }))}
        value={personId}
        onChange={setPersonId}
      />
      <TextField
        name="documentTail"
        label={t(messages.documentTail)}
        {...(refused && { errorMessage: t(refused.text) })}
        maxLength={6}
        autoComplete="off"
        // Gone while typing and not on leaving the field: the button would move away under the finger.
        onChange={() => !choose.isIdle && choose.reset()}
      />
      <Button type="submit" variant="primary" wide isPending={choose.isPending}>
        {t(messages.confirm)}
      </Button>
    </Form>
  )
}
