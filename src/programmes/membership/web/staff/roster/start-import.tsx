import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { FileUpload } from '#kernel/files/client.ts'
import { cityDay } from '#platform/city-time.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { membership } from '#programmes/membership/contract.ts'
import { employments, employmentWords, type Employment } from '#programmes/membership/rules/employment.ts'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { Select } from '#ui/controls/select.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'
import { OrganisationField, type ChosenOrganisation } from '#kernel/organisations/client-forms.ts'
import { Refusal } from './refusal.tsx'

/** Whose roster, and what its gaps mean, come first, because the end of the upload begins the reading. */
export function StartImport() {
  const t = useText()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<ChosenOrganisation | null>(null)
  const [employment, setEmployment] = useState<Employment>('employed')
  const [day, setDay] = useState(() => cityDay(Date.now()))
  const role = useMe().data?.roles[0]
  const organisation = chosen ?? (role ? { id: role.organisationId, name: role.organisationName } : null)
  const start = useCommand(membership.startRosterImport)
  const read = (fileId: string) => {
    if (organisation === null) return
    start.mutate(
      { organisationId: organisation.id, fileId, defaultEmployment: employment, defaultDay: day },
      { onSuccess: ({ importId }) => void navigate({ href: `/staff/roster/${importId}` }) },
    )
  }
  return (
    <Card title={t(messages.uploadPart)}>
      <OrganisationField
        label={t(messages.organisation)}
        description={t(messages.organisationHint)}
        value={organisation}
        onChange={setChosen}
      />
      <div className="roster-pair">
        <Select
          label={t(messages.defaultEmployment)}
          options={employments.map((id) => ({ id, label: t(employmentWords[id]) }))}
          value={employment}
          onChange={(id) => setEmployment(id as Employment)}
        />
        <DatePicker
          label={t(messages.defaultDay)}
          value={day}
          max={cityDay(Date.now())}
          onChange={(picked) => picked !== null && setDay(picked)}
        />
      </div>
      <Refusal failure={start.error} />
      {start.isPending && <ProgressBar label={t(messages.checkingNow)} />}
      {organisation === null ? (
        <p>{t(messages.organisationMissing)}</p>
      ) : (
        <FileUpload
          purpose="member-roster"
          label={t(messages.file)}
          description={t(messages.fileHint)}
          accept={['.xlsx', '.csv']}
          onReady={({ fileId }) => read(fileId)}
        />
      )}
    </Card>
  )
}
