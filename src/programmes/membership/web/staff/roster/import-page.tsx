import { Allowed } from '#kernel/access/client.ts'
import { saveAs } from '#kernel/files/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { NoPermissionState } from '#ui/states/no-permission-state.tsx'
import { ImportSteps } from './import-steps.tsx'
import { fieldWords, messages } from './messages.ts'
import { PastImports } from './past-imports.tsx'
import './roster.css'
import { StartImport } from './start-import.tsx'

const templateFields = [
  'name',
  'sex',
  'documentKind',
  'documentNumber',
  'ethnicity',
  'education',
  'skill',
  'household',
  'phone',
  'employment',
  'union',
  'joinedOn',
] as const

/** Where a roster comes in: whose it is, what stands for what it leaves out, the file; below, the imports before. */
export default function ImportPage() {
  const t = useText()
  const template = () =>
    saveAs(
      new Blob([`\uFEFF${templateFields.map((field) => fieldWords[field].zh).join(',')}\r\n`], {
        type: 'text/csv;charset=utf-8',
      }),
      t(messages.templateName),
    )
  return (
    <>
      <PageHeader
        title={t(messages.title)}
        summary={t(messages.summary)}
        actions={
          <Button icon="download" onPress={template}>
            {t(messages.template)}
          </Button>
        }
      />
      <Allowed permission="membership.import" otherwise={<NoPermissionState />}>
        <ImportSteps current={0} />
        <StartImport />
        <PastImports />
      </Allowed>
    </>
  )
}
