import { useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { CheckboxGroup } from '#ui/controls/checkbox-group.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { access } from '../contract.ts'
import { formRefusal } from '#kernel/organisations/client.ts'
import { OrganisationField, type ChosenOrganisation } from '#kernel/organisations/client-forms.ts'
import type { PartnerKey } from './partner-keys-page.tsx'
import { ShownKey } from './shown-key.tsx'
import { staffMessages as messages } from './staff-messages.ts'

type Closing = { readonly onClose: () => void }
type NewKeyProps = Closing & { readonly operations: OutputOf<typeof access.listPartnerKeys>['operations'] }

const VALID_DAYS = 365
const OVERLAP_HOURS = 24

export function NewKeyDialog({ operations, onClose }: NewKeyProps) {
  const t = useText()
  const create = useCommand(access.createPartnerKey)
  const refusal = formRefusal(create.error, t)
  const [organisation, setOrganisation] = useState<ChosenOrganisation | null>(null)
  const [chosen, setChosen] = useState<string[]>([])
  const [validDays, setValidDays] = useState(VALID_DAYS)
  const submit = (data: FormData) =>
    create.mutate({
      organisationId: organisation?.id ?? '',
      name: String(data.get('name')),
      operations: chosen,
      validDays,
    })
  return (
    <Dialog title={t(messages.newKey)} isOpen onOpenChange={onClose} size="large" isAlert>
      {create.data !== undefined ? (
        <ShownKey secret={create.data.key} onClose={onClose} />
      ) : (
        <Form onSubmit={submit} {...refusal}>
          <TextField name="name" label={t(messages.keyName)} />
          <OrganisationField
            label={t(messages.organisation)}
            value={organisation}
            onChange={setOrganisation}
          />
          <CheckboxGroup
            name="operations"
            label={t(messages.operations)}
            options={operations.map(({ id, ...words }) => ({ id, label: t(words), description: id }))}
            value={chosen}
            onChange={setChosen}
            {...(operations.length === 0 && { description: t(messages.noOperations) })}
          />
          <NumberField
            name="validDays"
            label={t(messages.validDays)}
            value={validDays}
            onChange={setValidDays}
            minValue={1}
            maxValue={730}
          />
          <Button type="submit" variant="primary" isPending={create.isPending}>
            {t(messages.newKey)}
          </Button>
        </Form>
      )}
    </Dialog>
  )
}

type OneKeyProps = Closing & { readonly partnerKey: PartnerKey }

export function RotateKeyDialog({ partnerKey, onClose }: OneKeyProps) {
  const t = useText()
  const rotate = useCommand(access.rotatePartnerKey)
  const refusal = formRefusal(rotate.error, t)
  const [overlapHours, setOverlapHours] = useState(OVERLAP_HOURS)
  return (
    <Dialog title={`${t(messages.rotate)} · ${partnerKey.name}`} isOpen onOpenChange={onClose} isAlert>
      {rotate.data !== undefined ? (
        <ShownKey secret={rotate.data.key} onClose={onClose} />
      ) : (
        <Form onSubmit={() => rotate.mutate({ id: partnerKey.id, overlapHours })} {...refusal}>
          <p>{t(messages.rotateWhat)}</p>
          <NumberField
            name="overlapHours"
            label={t(messages.overlapHours)}
            value={overlapHours}
            onChange={setOverlapHours}
            minValue={0}
            maxValue={720}
          />
          <Button type="submit" variant="primary" isPending={rotate.isPending}>
            {t(messages.rotate)}
          </Button>
        </Form>
      )}
    </Dialog>
  )
}

export function EndKeyDialog({ partnerKey, onClose }: OneKeyProps) {
  const t = useText()
  const end = useCommand(access.endPartnerKey)
  return (
    <ConfirmDialog
      title={`${t(messages.stop)} · ${partnerKey.name}`}
      confirmLabel={t(messages.stop)}
      isDanger
      isOpen
      onOpenChange={onClose}
      isPending={end.isPending}
      asksReason={{}}
      onConfirm={(reason) => end.mutate({ id: partnerKey.id, reason }, { onSuccess: onClose })}
    >
      <p>{t(messages.stopWhat, { name: partnerKey.name })}</p>
      {end.error && <p role="alert">{t(end.error.problems[0]?.reason ?? end.error.text)}</p>}
    </ConfirmDialog>
  )
}
