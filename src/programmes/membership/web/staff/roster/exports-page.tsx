import { Allowed } from '#kernel/access/client.ts'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { NoPermissionState } from '#ui/states/no-permission-state.tsx'
import { AskExport } from './ask-export.tsx'
import { exportMessages as messages } from './export-messages.ts'
import { PastExports } from './past-exports.tsx'
import './roster.css'

/** Rosters that leave the platform: asked for with a purpose; below, every one that ever left. */
export default function ExportsPage() {
  const t = useText()
  return (
    <>
      <PageHeader title={t(messages.title)} summary={t(messages.summary)} />
      <Allowed permission="membership.export" otherwise={<NoPermissionState />}>
        <AskExport />
        <PastExports />
      </Allowed>
    </>
  )
}
