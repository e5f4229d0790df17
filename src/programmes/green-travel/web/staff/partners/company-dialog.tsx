import { useState } from 'react'
import { formRefusal } from '#kernel/organisations/client.ts'
import { organisations } from '#kernel/organisations/contract.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ComboBox } from '#ui/controls/combo-box.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { greenTravel } from '../../../contract.ts'
import { partnerMessages as messages } from './messages.ts'

const SHOWN_MAX = 30

/** A partner of the tree becomes a bus company. */
export function CompanyDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const [text, setText] = useState('')
  const [organisationId, setOrganisationId] = useState<string | null>(null)
  const register = useCommand(greenTravel.registerCompany)
  const search = text.trim()
  const found = useAnswer(
    organisations.listOrganisations,
    { kind: 'partner', state: 'active', pageSize: SHOWN_MAX, ...(search !== '' && { search }) },
    { keepLast: true },
  )
  const choose = (id: string | null) => {
    setOrganisationId(id)
    const chosen = found.data?.rows.find((row) => row.id === id)
    if (chosen !== undefined) setText(chosen.name)
  }
  const submit = () => register.mutate({ organisationId: organisationId ?? '' }, { onSuccess: onClose })
  return (
    <Dialog title={t(messages.addCompany)} isOpen onOpenChange={onClose}>
      <Form onSubmit={submit} {...formRefusal(register.error, t)}>
        <ComboBox
          name="organisationId"
          label={t(messages.organisation)}
          description={t(messages.organisationHint)}
          options={(found.data?.rows ?? []).map(({ id, name }) => ({ id, label: name }))}
          value={organisationId}
          onChange={choose}
          inputValue={text}
          onInputChange={setText}
        />
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={register.isPending}>
            {t(messages.addCompany)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
