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
import { staffMessages as messages } from './staff-messages.ts'

export type Found = OutputOf<typeof access.findByPhone>['rows'][number]

type FindPersonProps = { readonly organisationId: string; readonly onFound: (found: Found) => void }

/** By the exact phone that the officer was told; whoever is not known yet is registered on the spot. */
export function FindPerson({ organisationId, onFound }: FindPersonProps) {
  const t = useText()
  const find = useCommand(access.findByPhone)
  const refusal = formRefusal(find.error, t)
  const submit = (data: FormData) => find.mutate({ phone: String(data.get('phone')) })
  return (
    <div className="ui-stack">
      <Form onSubmit={submit} {...refusal}>
        <TextField
          name="phone"
          type="tel"
          inputMode="numeric"
          autoComplete="off"
          label={t(messages.phoneOfPerson)}
        />
        <Button type="submit" icon="search" isPending={find.isPending}>
          {t(messages.find)}
        </Button>
      </Form>
      {find.data !== undefined && find.data.rows.length > 0 && (
        <Choice key={find.variables?.phone} rows={find.data.rows} onFound={onFound} />
      )}
      {find.data?.rows.length === 0 && (
        <Register phone={find.variables?.phone ?? ''} organisationId={organisationId} onFound={onFound} />
      )}
    </div>
  )
}

function Choice({ rows, onFound }: { rows: Found[]; onFound: (found: Found) => void }) {
  const t = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  const choose = (id: string) => {
    setChosen(id)
    onFound(rows.find(({ person }) => person.id === id)!)
  }
  return (
    <RadioGroup
      label={t(messages.person)}
      options={rows.map(({ person, name }) => ({ id: person.id, label: name }))}
      value={chosen}
      onChange={choose}
    />
  )
}

function Register({ phone, organisationId, onFound }: FindPersonProps & { phone: string }) {
  const t = useText()
  const register = useCommand(access.registerOfficer, ['people'])
  const refusal = formRefusal(register.error, t)
  const submit = (data: FormData) => {
    const name = String(data.get('name'))
    const documentNumber = String(data.get('documentNumber'))
    register.mutate(
      { organisationId, name, documentNumber, phone },
      { onSuccess: ({ person }) => onFound({ person, name }) },
    )
  }
  if (register.data !== undefined) return <p role="status">{register.variables.name}</p>
  return (
    <Form onSubmit={submit} {...refusal}>
      <p role="status">{t(messages.nobodyFound)}</p>
      <TextField name="name" label={t(messages.name)} autoComplete="off" />
      <TextField name="documentNumber" label={t(messages.documentNumber)} autoComplete="off" />
      <Button type="submit" isPending={register.isPending}>
        {t(messages.register)}
      </Button>
    </Form>
  )
}
