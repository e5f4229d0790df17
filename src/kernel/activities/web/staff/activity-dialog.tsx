import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { formRefusal } from '#kernel/organisations/client.ts'
import { OrganisationField, type ChosenOrganisation } from '#kernel/organisations/client-forms.ts'
import { useCommand } from '#platform/client/hooks.ts'
import type { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { activities } from '../../contract.ts'
import type { Activity } from '../member/activity-page.tsx'
import { staffMessages as messages } from '../staff-messages.ts'
import { draftOf, emptyForm, formOf, missing, moments, type Typed } from './activity-form.ts'
import './activities.css'

type NewProps = {
  readonly about?: string
  readonly unitAtFirst?: ChosenOrganisation
  readonly onClose: () => void
}

/** A new activity, of the unit where the caller holds their first role unless they choose another. */
export function ActivityDialog({ about, unitAtFirst, onClose }: NewProps) {
  const t = useText()
  const toast = useToast()
  const navigate = useNavigate()
  const create = useCommand(activities.createActivity)
  const [typed, setTyped] = useState(() => emptyForm(new Date()))
  const [chosen, setChosen] = useState<ChosenOrganisation | null>(unitAtFirst ?? null)
  const role = useMe().data?.roles[0]
  const unit = chosen ?? (role ? { id: role.organisationId, name: role.organisationName } : null)
  const submit = () =>
    create.mutate(
      { organisationId: unit?.id ?? '', about: about ?? null, draft: draftOf(typed) },
      {
        onSuccess: ({ id }) => {
          toast({ text: t(messages.announced) })
          onClose()
          void navigate({ href: `/staff/activities/${id}` })
        },
      },
    )
  return (
    <Dialog title={t(messages.announce)} size="large" isAlert isOpen onOpenChange={onClose}>
      <Fields
        typed={typed}
        onChange={setTyped}
        failure={create.error}
        isPending={create.isPending}
        saveLabel={t(messages.announce)}
        onSubmit={submit}
        onClose={onClose}
        before={<OrganisationField label={t(messages.organiser)} value={unit} onChange={setChosen} />}
      />
    </Dialog>
  )
}

export function EditActivityDialog({ activity, onClose }: { activity: Activity; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const edit = useCommand(activities.editActivity)
  const [typed, setTyped] = useState(() => formOf(activity))
  const submit = () =>
    edit.mutate(
      { id: activity.id, version: activity.version, draft: draftOf(typed) },
      {
        onSuccess: ({ told }) => {
          toast({ text: told === 0 ? t(messages.saved) : t(messages.savedTold, { told }) })
          onClose()
        },
      },
    )
  return (
    <Dialog title={t(messages.edit)} size="large" isAlert isOpen onOpenChange={onClose}>
      <Fields
        typed={typed}
        onChange={setTyped}
        failure={edit.error}
        isPending={edit.isPending}
        saveLabel={t(messages.save)}
        onSubmit={submit}
        onClose={onClose}
      />
    </Dialog>
  )
}

type FieldsProps = {
  readonly typed: Typed
  readonly onChange: (typed: Typed) => void
  readonly failure: Failure | null
  readonly isPending: boolean
  readonly saveLabel: string
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly before?: React.ReactNode
}

function Fields({ typed, onChange, failure, ...props }: FieldsProps) {
  const t = useText()
  const [isTried, setTried] = useState(false)
  const change = (part: Partial<Typed>) => onChange({ ...typed, ...part })
  const lacking = isTried ? missing(typed) : []
  const submit = () => (missing(typed).length > 0 ? setTried(true) : props.onSubmit())
  const said =
    lacking.length > 0
      ? { errors: Object.fromEntries(lacking.map((name) => [`draft.${name}`, t(messages.badDay)])) }
      : formRefusal(failure, t)
  return (
    <Form onSubmit={submit} {...said}>
      {props.before}
      <TextField
        name="draft.title"
        label={t(messages.name)}
        value={typed.title}
        onChange={(title) => change({ title })}
        maxLength={80}
      />
      <TextArea
        name="draft.summary"
        label={t(messages.about)}
        description={t(messages.aboutHint)}
        value={typed.summary}
        onChange={(summary) => change({ summary })}
        rows={3}
      />
      <TextField
        name="draft.place"
        label={t(messages.place)}
        description={t(messages.placeHint)}
        value={typed.place}
        onChange={(place) => change({ place })}
        maxLength={120}
      />
      <div className="activities-pair">
        {moments.map((name) => (
          <TextField
            key={name}
            name={`draft.${name}`}
            type="datetime-local"
            label={t(messages[name])}
            value={typed[name]}
            onChange={(moment) => change({ [name]: moment })}
          />
        ))}
        <NumberField
          name="draft.capacity"
          label={t(messages.capacity)}
          description={t(messages.capacityHint)}
          value={typed.capacity ?? Number.NaN}
          onChange={(seats) => change({ capacity: Number.isNaN(seats) ? null : seats })}
          minValue={1}
          maxValue={100_000}
          unit={t(messages.people)}
        />
      </div>
      <div className="ui-dialog-actions">
        <Button onPress={props.onClose}>{t(messages.cancel)}</Button>
        <Button type="submit" variant="primary" isPending={props.isPending}>
          {props.saveLabel}
        </Button>
      </div>
    </Form>
  )
}
