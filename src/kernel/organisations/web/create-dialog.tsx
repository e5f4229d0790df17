import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { DateField } from '#ui/controls/date-field.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { organisations, type OrganisationRow } from '../contract.ts'
import { kindsBelow, kindWords, type CreatableKind } from '../kinds.ts'
import { formRefusal } from './form-refusal.ts'
import { formText } from './form-text.ts'
import { messages } from './messages.ts'

type CreateDialogProps = {
  parent: OrganisationRow
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Offers only kinds that may stand below the parent; the server holds the same rule. */
export function CreateDialog({ parent, isOpen, onOpenChange }: CreateDialogProps) {
  const t = useText()
  return (
    <Dialog
      title={t(messages.createTitle, { name: parent.name })}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <CreateForm parent={parent} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

function CreateForm({ parent, onDone }: { parent: OrganisationRow; onDone: () => void }) {
  const t = useText()
  const toast = useToast()
  const create = useCommand(organisations.createOrganisation)
  const submit = (data: FormData) =>
    create.mutate(
      { parentId: parent.id, ...read(data) },
      {
        onSuccess: () => {
          toast({ text: t(messages.created) })
          onDone()
        },
      },
    )
  const kinds = kindsBelow(parent.kind).map((id) => ({ id, label: t(kindWords[id]) }))
  return (
    <Form onSubmit={submit} {...formRefusal(create.error, t)}>
      <Select
        name="kind"
        label={t(messages.kind)}
        options={kinds}
        {...(kinds[0] && { defaultValue: kinds[0].id })}
      />
      <TextField name="name" label={t(messages.name)} autoFocus />
      <TextField
        name="adcode"
        label={t(messages.adcode)}
        description={t(messages.adcodeHint)}
        defaultValue={parent.adcode}
        inputMode="numeric"
      />
      <TextField
        name="creditCode"
        label={t(messages.creditCode)}
        description={t(messages.creditCodeHint)}
        isOptional
      />
      <DateField
        name="validFrom"
        label={t(messages.validFrom)}
        description={t(messages.validFromHint)}
        isOptional
      />
      <div className="ui-dialog-actions">
        <Button onPress={onDone}>{t(messages.cancel)}</Button>
        <Button type="submit" variant="primary" isPending={create.isPending}>
          {t(messages.save)}
        </Button>
      </div>
    </Form>
  )
}

function read(data: FormData) {
  const text = (name: string) => formText(data, name)
  return {
    kind: text('kind') as CreatableKind,
    name: text('name'),
    adcode: text('adcode'),
    creditCode: text('creditCode') || null,
    ...(text('validFrom') !== '' && { validFrom: text('validFrom') }),
  }
}
