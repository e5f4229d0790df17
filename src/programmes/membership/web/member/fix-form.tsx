import { useState } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { Employment } from '../../rules/employment.ts'
import { membership } from '../../contract.ts'
import { DocumentField, type DocumentKind } from './document-field.tsx'
import { EmploymentField } from './employment-field.tsx'
import { LetterFields, letterIn } from './letter-fields.tsx'
import { messages } from './messages.ts'
import { situationMessages } from './situation-messages.ts'
import type { OwnApplication } from '../types.ts'

type FixFormProps = { readonly application: OwnApplication; readonly onSent: () => void }

/** What was sent back, put right: name and number are typed again, since the pages never show them. */
export function FixForm({ application, onSent }: FixFormProps) {
  const t = useText()
  const isKnown = useMe().data?.person != null
  const [kind, setKind] = useState<DocumentKind>('resident-id')
  const [employment, setEmployment] = useState<Employment>(application.employment)
  const again = useCommand(membership.sendApplicationAgain, ['review', 'notifications'])
  const send = (data: FormData) =>
    again.mutate(
      {
        id: application.id,
        seq: application.waiting.seq,
        employment,
        ...letterIn(data),
        ...(!isKnown && {
          name: formText(data, 'name'),
          documentKind: kind,
          documentNumber: formText(data, 'documentNumber'),
        }),
      },
      { onSuccess: onSent },
    )
  return (
    <Form onSubmit={send} {...formRefusal(again.error, t)}>
      {!isKnown && (
        <>
          <TextField name="name" label={t(messages.name)} autoComplete="name" />
          <DocumentField kind={kind} onKindChange={setKind} onTyping={() => again.error && again.reset()} />
        </>
      )}
      <EmploymentField value={employment} onChange={setEmployment} />
      <LetterFields given={application.letter} />
      <Button type="submit" variant="primary" wide isPending={again.isPending}>
        {t(situationMessages.fix)}
      </Button>
    </Form>
  )
}
