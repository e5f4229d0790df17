import { Button } from '#ui/controls/button.tsx'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import type { useDownload } from '#kernel/files/client.ts'

type FileInTheMakingProps = {
  readonly download: Pick<ReturnType<typeof useDownload>, 'isPending' | 'failure' | 'cancel'>
}

/** Says that a file is being made and lets the person give it up; or why there is none. */
export function FileInTheMaking({ download }: FileInTheMakingProps) {
  const t = useText()
  if (download.failure) return <RefusalNote failure={download.failure} />
  if (!download.isPending) return null
  return (
    <div className="stations-making" role="status">
      <ProgressBar label={t(messages.makingFile)} />
      <p className="ui-hint">{t(messages.fileLeave)}</p>
      <Button variant="quiet" onPress={download.cancel}>
        {t(messages.cancel)}
      </Button>
    </div>
  )
}
