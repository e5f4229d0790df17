import { useState } from 'react'
import { OrganisationField, type ChosenOrganisation } from '#kernel/organisations/client-forms.ts'
import { people } from '#kernel/people/contract.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { ComboBox } from '#ui/controls/combo-box.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { contests } from '../../../contract.ts'
import { messages as shared } from '../../messages.ts'
import { staffMessages as messages } from '../messages.ts'

type AddJudgeDialogProps = {
  readonly contestId: string
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

export function AddJudgeDialog({ contestId, isOpen, onOpenChange }: AddJudgeDialogProps) {
  const t = useText()
  return (
    <Dialog title={t(messages.addJudge)} isOpen={isOpen} onOpenChange={onOpenChange}>
      <AddJudge contestId={contestId} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

type PersonRow = OutputOf<typeof people.listPeople>['rows'][number]

function AddJudge({ contestId, onDone }: { readonly contestId: string; readonly onDone: () => void }) {
  const t = useText()
  const toast = useToast()
  const [person, setPerson] = useState<PersonRow | null>(null)
  const [chosenUnit, setUnit] = useState<ChosenOrganisation | null>(null)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const add = useCommand(contests.addJudge)
  const unit = chosenUnit ?? homeOf(person)
  const submit = () => {
    const missing = {
      ...(person === null && { person: t(messages.personMissing) }),
      ...(unit === null && { organisationId: t(messages.unitMissing) }),
    }
    setErrors(missing)
    if (person === null || unit === null) return
    add.mutate(
      { contestId, person: { bk: person.bk, id: person.id }, unitId: unit.id },
      {
        onSuccess: ({ no }) => {
          toast({ text: t(messages.added, { no }), icon: 'user' })
          onDone()
        },
      },
    )
  }
  return (
    <Form onSubmit={submit} errors={errors}>
      <PersonField value={person} onChange={setPerson} />
      <OrganisationField
        label={t(messages.judgeUnit)}
        description={t(messages.judgeUnitHint)}
        value={unit}
        onChange={setUnit}
      />
      <RefusalNote failure={add.error} />
      <div className="ui-dialog-actions">
        <Button onPress={onDone}>{t(shared.cancel)}</Button>
        <Button type="submit" variant="primary" isPending={add.isPending}>
          {t(messages.addJudge)}
        </Button>
      </div>
    </Form>
  )
}

/** Where somebody is registered is their unit until another is chosen. */
const homeOf = (person: PersonRow | null): ChosenOrganisation | null =>
  person?.homeOrganisationId == null
    ? null
    : { id: person.homeOrganisationId, name: person.homeOrganisationName ?? '' }

const SHOWN_MAX = 20

type PersonFieldProps = { readonly value: PersonRow | null; readonly onChange: (person: PersonRow) => void }

/** Somebody of the register, by the beginning of their name; what is shown of them is masked. */
function PersonField({ value, onChange }: PersonFieldProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const search = typed.trim()
  const isChosen = value !== null && search === labelOf(value)
  const found = useAnswer(
    people.listPeople,
    { sort: 'name', pageSize: SHOWN_MAX, ...(search !== '' && { search }) },
    { keepLast: true, enabled: search !== '' && !isChosen },
  )
  const rows = isChosen ? [value] : (found.data?.rows ?? [])
  const choose = (id: string | null) => {
    const row = rows.find((one) => one.id === id)
    if (row === undefined) return
    setTyped(labelOf(row))
    onChange(row)
  }
  return (
    <ComboBox
      name="person"
      label={t(messages.person)}
      description={t(messages.personHint)}
      options={rows.map((row) => ({
        id: row.id,
        label: labelOf(row),
        description: row.homeOrganisationName ?? '',
      }))}
      value={value?.id ?? null}
      onChange={choose}
      inputValue={typed}
      onInputChange={setTyped}
    />
  )
}

const labelOf = ({ maskedName, maskedDocument }: PersonRow) =>
  maskedDocument === null ? maskedName : `${maskedName} ${maskedDocument}`
