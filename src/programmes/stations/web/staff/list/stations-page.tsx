import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '../messages.ts'
import '../staff.css'
import { ExportDialog } from './export-dialog.tsx'
import { listMessages } from './messages.ts'
import { StationsTable } from './stations-table.tsx'

/** Every station within reach, to find, compare, print and take away. */
export default function StationsPage() {
  const t = useText()
  const [isExporting, setExporting] = useState(false)
  return (
    <>
      <PageHeader
        title={t(messages.stations)}
        summary={t(listMessages.summary)}
        actions={
          <>
            <Allowed permission="stations.export">
              <Button icon="download" onPress={() => setExporting(true)}>
                {t(listMessages.exportRoster)}
              </Button>
            </Allowed>
            <Allowed permission="stations.import">
              <LinkButton icon="upload" href="/staff/stations/import">
                {t(listMessages.importRoster)}
              </LinkButton>
            </Allowed>
            <Allowed permission="stations.edit">
              <LinkButton icon="plus" variant="primary" href="/staff/stations/new">
                {t(listMessages.newStation)}
              </LinkButton>
            </Allowed>
          </>
        }
      />
      <div className="stations-list">
        <StationsTable />
      </div>
      <ExportDialog isOpen={isExporting} onOpenChange={setExporting} />
    </>
  )
}
