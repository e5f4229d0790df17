import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { organisations } from '#kernel/organisations/contract.ts'
import { ComboBox } from '#ui/controls/combo-box.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { staffMessages as messages } from './staff-messages.ts'

const SHOWN_MAX = 30

type OrganisationFieldProps = {
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly name?: string
}

/** An organisation within reach, found by typing a part of its name. */
export function OrganisationField({ value, onChange, name }: OrganisationFieldProps) {
  const t = useText()
  const [text, setText] = useState('')
  const search = text.trim()
  const found = useAnswer(
    organisations.listOrganisations,
    { state: 'active', pageSize: SHOWN_MAX, ...(search !== '' && { search }) },
    { keepLast: true },
  )
  const choose = (id: string | null) => {
    onChange(id)
    const chosen = found.data?.rows.find((row) => row.id === id)
    if (chosen !== undefined) setText(chosen.name)
  }
  return (
    <ComboBox
      label={t(messages.organisation)}
      options={(found.data?.rows ?? []).map((row) => ({ id: row.id, label: row.name }))}
      value={value}
      onChange={choose}
      inputValue={text}
      onInputChange={setText}
      {...(name && { name })}
    />
  )
}
