import { useState } from 'react'
import { FileUpload } from '#kernel/files/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Dialog } from '#ui/controls/dialog.tsx'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import type { PhotoKind } from '../types.ts'
import { photoWords } from '../words.ts'
import { detailMessages } from './messages.ts'

type AddPhotoDialogProps = {
  readonly code: string
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

export function AddPhotoDialog({ code, isOpen, onOpenChange }: AddPhotoDialogProps) {
  const t = useText()
  return (
    <Dialog title={t(detailMessages.addPhoto)} isOpen={isOpen} onOpenChange={onOpenChange} isAlert>
      <AddPhoto code={code} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

const KINDS = Object.keys(photoWords) as PhotoKind[]

/** First what it shows, then the file: the upload's end is the end of the task. */
function AddPhoto({ code, onDone }: { code: string; onDone: () => void }) {
  const t = useText()
  const toast = useToast()
  const [kind, setKind] = useState<PhotoKind>('outside')
  const add = useCommand(stations.addPhoto)
  const onSuccess = () => {
    toast({ text: t(detailMessages.photoAdded), icon: 'image' })
    onDone()
  }
  return (
    <>
      <RadioGroup
        label={t(detailMessages.photoKind)}
        options={KINDS.map((id) => ({ id, label: t(photoWords[id]) }))}
        value={kind}
        onChange={(id) => setKind(id as PhotoKind)}
        isInline
      />
      {add.isPending && <ProgressBar label={t(detailMessages.addPhoto)} />}
      <RefusalNote failure={add.error} />
      <FileUpload
        purpose="station-photo"
        label={t(detailMessages.addPhoto)}
        description={t(detailMessages.photoAccepts)}
        accept={['image/jpeg', 'image/png', 'image/webp']}
        onReady={({ fileId }) => add.mutate({ code, fileId, kind }, { onSuccess })}
      />
    </>
  )
}
