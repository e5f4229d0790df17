import { useState } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { membership } from '#programmes/membership/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { exportMessages as messages } from './export-messages.ts'
import { OrganisationField, type ChosenOrganisation } from '#kernel/organisations/client-forms.ts'
import { Refusal } from './refusal.tsx'

const REASON_MIN = 6

export function AskExport() {
  const t = useText()
  const [chosen, setChosen] = useState<ChosenOrganisation | null>(null)
  const [form, setForm] = useState<'masked' | 'full'>('masked')
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const role = useMe().data?.roles[0]
  const unit = chosen ?? (role ? { id: role.organisationId, name: role.organisationName } : null)
  const ask = useCommand(membership.requestRosterExport, ['review', 'work'])
  const submit = () => {
    if ([...reason.trim()].length < REASON_MIN) return setErrors({ reason: t(messages.reasonShort) })
    setErrors({})
    if (unit === null) return
    ask.mutate(
      { organisationId: unit.id, form, format, reason: reason.trim() },
      { onSuccess: () => setReason('') },
    )
  }
  return (
    <Card title={t(messages.title)}>
      <Form onSubmit={submit} errors={errors}>
        <OrganisationField
          label={t(messages.whose)}
          description={t(messages.whoseHint)}
          value={unit}
          onChange={setChosen}
        />
        <div className="roster-pair">
          <RadioGroup
            label={t(messages.form)}
            options={(['masked', 'full'] as const).map((id) => ({ id, label: t(messages[id]) }))}
            value={form}
            onChange={(id) => setForm(id as 'masked' | 'full')}
          />
          <RadioGroup
            label={t(messages.format)}
            options={[
              { id: 'xlsx', label: 'Excel (.xlsx)' },
              { id: 'csv', label: 'CSV' },
            ]}
            value={format}
            onChange={(id) => setFormat(id as 'xlsx' | 'csv')}
          />
        </div>
        <TextArea
          name="reason"
          label={t(messages.reason)}
          description={t(messages.reasonHint)}
          value={reason}
          onChange={setReason}
          rows={2}
        />
        <Refusal failure={ask.error} />
        {ask.isPending && <ProgressBar label={t(messages.making)} />}
        <span className="ui-row">
          <Button type="submit" variant="primary" isPending={ask.isPending}>
            {t(form === 'full' ? messages.askFull : messages.ask)}
          </Button>
        </span>
      </Form>
    </Card>
  )
}
