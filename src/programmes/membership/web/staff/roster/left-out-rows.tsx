import { useDownload } from '#kernel/files/client.ts'
import { membership } from '#programmes/membership/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ShownImport } from './import-detail-page.tsx'
import { messages } from './messages.ts'
import { Refusal } from './refusal.tsx'

/** Gives back the person's own rows that stayed out, in the kind of file that they came as. */
export function LeftOutRows({ shown }: { readonly shown: ShownImport }) {
  const t = useText()
  const download = useDownload(membership.rosterErrors)
  const name = `${shown.fileName.replace(/\.\w+$/, '')}-${t(messages.downloadName)}.${shown.fileFormat}`
  return (
    <>
      <Button
        icon="download"
        isPending={download.isPending}
        onPress={() => void download.start({ importId: shown.id }, name)}
      >
        {t(messages.download)}
      </Button>
      <Refusal failure={download.failure} />
    </>
  )
}
