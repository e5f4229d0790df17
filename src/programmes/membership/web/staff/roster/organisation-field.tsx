import { useState } from 'react'
import { organisations } from '#kernel/organisations/contract.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { ComboBox } from '#ui/controls/combo-box.tsx'

export type ChosenOrganisation = { readonly id: string; readonly name: string }

type OrganisationFieldProps = {
  readonly label: string
  readonly description: string
  readonly value: ChosenOrganisation | null
  readonly onChange: (chosen: ChosenOrganisation) => void
}

const SHOWN_MAX = 30

/** A unit within reach, found by typing a part of its name. */
export function OrganisationField({ value, onChange, ...words }: OrganisationFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const search = (typed ?? '').trim()
  const found = useAnswer(
    organisations.listOrganisations,
    { state: 'active', pageSize: SHOWN_MAX, ...(search !== '' && search !== value?.name && { search }) },
    { keepLast: true },
  )
  const rows = found.data?.rows ?? []
  const options = rows.map(({ id, name }) => ({ id, label: name }))
  const isListed = value === null || rows.some(({ id }) => id === value.id)
  const choose = (id: string | null) => {
    const row = rows.find((one) => one.id === id)
    if (row === undefined) return
    setTyped(row.name)
    onChange({ id: row.id, name: row.name })
  }
  return (
    <ComboBox
      {...words}
      options={isListed ? options : [{ id: value.id, label: value.name }, ...options]}
      value={value?.id ?? null}
      onChange={choose}
      inputValue={typed ?? value?.name ?? ''}
      onInputChange={setTyped}
    />
  )
}
