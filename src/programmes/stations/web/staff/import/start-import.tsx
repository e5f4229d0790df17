import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { FileUpload } from '#kernel/files/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { datumNames, type Datum } from '#programmes/stations/rules/coordinates.ts'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { OrganisationField, type ChosenOrganisation } from '#kernel/organisations/client-forms.ts'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { importMessages } from './messages.ts'

/** Whose roster and what its coordinates mean come first, because the end of the upload begins the reading. */
export function StartImport() {
  const t = useText()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<ChosenOrganisation | null>(null)
  const [datum, setDatum] = useState<Datum>('GCJ-02')
  const role = useMe().data?.roles[0]
  const organisation = chosen ?? (role ? { id: role.organisationId, name: role.organisationName } : null)
  const start = useCommand(stations.startImport)
  const read = (fileId: string) => {
    if (organisation === null) return
    const onSuccess = ({ importId }: { importId: string }) =>
      void navigate({ href: `/staff/stations/import/${importId}` })
    start.mutate({ organisationId: organisation.id, fileId, datum }, { onSuccess })
  }
  return (
    <Card title={t(importMessages.uploadPart)}>
      <div className="stations-pair">
        <OrganisationField value={organisation} onChange={setChosen} />
        <RadioGroup
          label={t(importMessages.datum)}
          description={t(importMessages.datumHint)}
          options={(['GCJ-02', 'WGS-84'] as const).map((id) => ({ id, label: t(datumNames[id]) }))}
          value={datum}
          onChange={(id) => setDatum(id as Datum)}
        />
      </div>
      <RefusalNote failure={start.error} />
      {start.isPending && <ProgressBar label={t(importMessages.reading)} />}
      {organisation === null ? (
        <p>{t(importMessages.organisationMissing)}</p>
      ) : (
        <FileUpload
          purpose="station-roster"
          label={t(importMessages.file)}
          description={t(importMessages.fileHint)}
          accept={['.xlsx', '.csv']}
          onReady={({ fileId }) => read(fileId)}
        />
      )}
    </Card>
  )
}
