import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import type { ImportSummary } from '../types.ts'
import { useDownload } from '#kernel/files/client.ts'
import { importMessages } from './messages.ts'

/** The person's own rows that were not taken, with one column more that says why. */
export function LeftOutRows({ summary }: { summary: ImportSummary }) {
  const t = useText()
  const download = useDownload(stations.importErrors)
  if (summary.refused + summary.confirm + summary.skipped === 0) return null
  const { importId } = summary
  const start = () =>
    void download.start({ importId, format: 'xlsx' }, `${t(importMessages.downloadName)}.xlsx`)
  return (
    <>
      <RefusalNote failure={download.failure} />
      <Button icon="download" isPending={download.isPending} onPress={start}>
        {t(importMessages.download)}
      </Button>
    </>
  )
}
