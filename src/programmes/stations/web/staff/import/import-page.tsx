import { Permitted } from '#kernel/access/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '../messages.ts'
import '../staff.css'
import { saveAs } from '#kernel/files/client.ts'
import { ImportSteps } from './import-steps.tsx'
import { importMessages } from './messages.ts'
import { PastImports } from './past-imports.tsx'
import { templateCsv } from './roster-fields.ts'
import { StartImport } from './start-import.tsx'

/** Where a roster comes in: the file, what its coordinates mean, whose it is; below, what was imported before. */
export default function ImportPage() {
  const t = useText()
  const download = () =>
    saveAs(new Blob([templateCsv()], { type: 'text/csv;charset=utf-8' }), t(importMessages.templateName))
  return (
    <>
      <PageHeader
        title={t(importMessages.title)}
        breadcrumbs={[{ label: t(messages.stations), href: '/staff/stations' }]}
        summary={t(importMessages.summary)}
        actions={
          <Button icon="download" onPress={download}>
            {t(importMessages.template)}
          </Button>
        }
      />
      <Permitted permission="stations.import">
        <ImportSteps current={0} />
        <StartImport />
        <PastImports />
      </Permitted>
    </>
  )
}
