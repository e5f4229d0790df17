import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { access } from '../contract.ts'
import { roleIds, roles, type RoleId } from '../permissions.ts'
import { FindPerson, type Found } from './find-person.tsx'
import { formRefusal } from '#kernel/organisations/client.ts'
import { OrganisationField, type ChosenOrganisation } from '#kernel/organisations/client-forms.ts'
import { staffMessages as messages } from './staff-messages.ts'

type GrantDialogProps = { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void }

export function GrantDialog({ isOpen, onOpenChange }: GrantDialogProps) {
  const t = useText()
  return (
    <Dialog title={t(messages.give)} isOpen={isOpen} onOpenChange={onOpenChange} size="large">
      <GrantBody onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

/** Where, whom, what: the organisation comes first, since it decides whom the giver may register. */
function GrantBody({ onDone }: { onDone: () => void }) {
  const t = useText()
  const [organisation, setOrganisation] = useState<ChosenOrganisation | null>(null)
  const [found, setFound] = useState<Found>()
  return (
    <>
      <OrganisationField label={t(messages.organisation)} value={organisation} onChange={setOrganisation} />
      {organisation !== null && <FindPerson organisationId={organisation.id} onFound={setFound} />}
      {organisation !== null && found !== undefined && (
        <RoleForm organisationId={organisation.id} found={found} onDone={onDone} />
      )}
    </>
  )
}

type RoleFormProps = { readonly organisationId: string; readonly found: Found; readonly onDone: () => void }

function RoleForm({ organisationId, found, onDone }: RoleFormProps) {
  const t = useText()
  const toast = useToast()
  const [role, setRole] = useState<RoleId>('grassroots-officer')
  const [validTo, setValidTo] = useState<string | null>(null)
  const grant = useCommand(access.grantRole)
  const refusal = formRefusal(grant.error, t)
  const submit = (data: FormData) =>
    grant.mutate(
      {
        person: found.person,
        role,
        organisationId,
        reason: String(data.get('reason')),
        ...(validTo !== null && { validTo }),
      },
      {
        onSuccess: () => {
          toast({ text: t(messages.given) })
          onDone()
        },
      },
    )
  return (
    <Form onSubmit={submit} {...refusal}>
      <Select
        name="role"
        label={t(messages.role)}
        options={roleIds.map((id) => ({ id, label: t(roles[id]), description: t(roles[id].what) }))}
        value={role}
        onChange={(id) => setRole(id as RoleId)}
      />
      <DatePicker
        name="validTo"
        label={t(messages.until)}
        description={t(messages.untilHint)}
        isOptional
        onChange={setValidTo}
      />
      <TextArea name="reason" label={t(messages.reason)} rows={2} />
      <Button type="submit" variant="primary" isPending={grant.isPending}>
        {t(messages.give)}
      </Button>
    </Form>
  )
}
