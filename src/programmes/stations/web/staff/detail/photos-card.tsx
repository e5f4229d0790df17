import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button, IconButton } from '#ui/controls/button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { ReasonDialog } from '../reason-dialog.tsx'
import type { PhotoKind, StationPhoto, StationRecord } from '../types.ts'
import { photoWords } from '../words.ts'
import { AddPhotoDialog } from './add-photo-dialog.tsx'
import { detailMessages } from './messages.ts'

/** What the station looks like, by what each photo shows. */
export function PhotosCard({ station }: { station: StationRecord }) {
  const t = useText()
  const [isAdding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<StationPhoto | null>(null)
  return (
    <Card
      title={t(detailMessages.photos)}
      actions={
        station.mayEdit && (
          <Button icon="image" onPress={() => setAdding(true)}>
            {t(detailMessages.addPhoto)}
          </Button>
        )
      }
    >
      {station.photos.length === 0 && (
        <EmptyState title={t(detailMessages.noPhotos)}>{t(detailMessages.noPhotosHint)}</EmptyState>
      )}
      <ul className="stations-desk-photos">
        {station.photos.map((photo) => (
          <Photo
            key={photo.id}
            photo={photo}
            {...(station.mayEdit && { onRemove: () => setRemoving(photo) })}
          />
        ))}
      </ul>
      <AddPhotoDialog code={station.code} isOpen={isAdding} onOpenChange={setAdding} />
      <RemovePhotoDialog photo={removing} onClose={() => setRemoving(null)} />
    </Card>
  )
}

const kindText = (kind: string) => photoWords[kind as PhotoKind] ?? { zh: kind, en: kind }

function Photo({ photo, onRemove }: { photo: StationPhoto; onRemove?: () => void }) {
  const t = useText()
  const format = useFormat()
  const kind = t(kindText(photo.kind))
  const day = format.date(photo.takenAt ?? photo.addedAt, 'numeric')
  return (
    <li>
      <a href={photo.url} target="_blank" rel="noreferrer">
        <img src={photo.thumbnailUrl} alt={kind} loading="lazy" />
      </a>
      <span className="stations-photo-foot">
        <span>
          {kind}
          <span className="ui-hint">
            {t(photo.takenAt ? detailMessages.photoTaken : detailMessages.photoAddedOn, { day })}
          </span>
        </span>
        {onRemove && (
          <IconButton icon="trash" label={t(detailMessages.removePhotoOf, { kind })} onPress={onRemove} />
        )}
      </span>
    </li>
  )
}

function RemovePhotoDialog({ photo, onClose }: { photo: StationPhoto | null; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const remove = useCommand(stations.removePhoto)
  const onSuccess = () => {
    toast({ text: t(detailMessages.photoRemoved), icon: 'trash' })
    onClose()
  }
  return (
    <ReasonDialog
      title={t(detailMessages.removePhoto)}
      confirmLabel={t(detailMessages.removePhoto)}
      isOpen={photo !== null}
      onOpenChange={onClose}
      onConfirm={(reason) => photo && remove.mutate({ id: photo.id, reason }, { onSuccess })}
      isDanger
      isPending={remove.isPending}
      failure={remove.error}
    >
      {t(detailMessages.removePhotoWhat)}
    </ReasonDialog>
  )
}
