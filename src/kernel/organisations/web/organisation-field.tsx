import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { ComboBox } from '#ui/controls/combo-box.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { organisations } from '../contract.ts'
import { messages } from './messages.ts'

export type ChosenOrganisation = { readonly id: string; readonly name: string }

type OrganisationFieldProps = {
  readonly value: ChosenOrganisation | null
  readonly onChange: (chosen: ChosenOrganisation) => void
  readonly name?: string
  /** "Organisation", where nothing more exact is said. */
  readonly label?: string
  readonly description?: string
}

const SHOWN_MAX = 30

/** An active organisation within the caller's reach, found by typing a part of its name. */
export function OrganisationField({
  value,
  onChange,
  name = 'organisationId',
  label,
  description,
}: OrganisationFieldProps) {
  const t = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const search = (typed ?? '').trim()
  const found = useAnswer(
    organisations.listOrganisations,
    { state: 'active', pageSize: SHOWN_MAX, ...(search !== '' && search !== value?.name && { search }) },
    { keepLast: true },
  )
  const rows = found.data?.rows ?? []
  const options = rows.map((row) => ({ id: row.id, label: row.name }))
  const isListed = value === null || rows.some(({ id }) => id === value.id)
  const choose = (id: string | null) => {
    const row = rows.find((one) => one.id === id)
    if (row === undefined) return
    setTyped(row.name)
    onChange({ id: row.id, name: row.name })
  }
  return (
    <ComboBox
      name={name}
      label={label ?? t(messages.field)}
      description={description ?? t(messages.fieldHint)}
      options={isListed ? options : [{ id: value.id, label: value.name }, ...options]}
      value={value?.id ?? null}
      onChange={choose}
      inputValue={typed ?? value?.name ?? ''}
      onInputChange={setTyped}
    />
  )
}
