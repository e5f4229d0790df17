import { useState } from 'react'
import { FileUpload } from '#kernel/files/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { ChoiceChips } from '../choice-chips.tsx'
import { applyMessages as messages } from './messages.ts'

export type AppliedPhoto = {
  readonly fileId: string
  readonly kind: 'sign' | 'outside' | 'inside' | 'equipment' | 'rules'
  readonly name: string
}

const KINDS = ['outside', 'sign', 'inside', 'equipment', 'rules'] as const
const PHOTOS_MAX = 10

type PhotosFieldProps = {
  readonly photos: readonly AppliedPhoto[]
  readonly error: string | undefined
  readonly onAdd: (photo: AppliedPhoto) => void
  readonly onRemove: (fileId: string) => void
}

/** Photos one by one, each said to be of what; sent while the rest of the form is still being filled. */
export function PhotosField({ photos, error, onAdd, onRemove }: PhotosFieldProps) {
  const t = useText()
  const [kind, setKind] = useState<AppliedPhoto['kind']>('outside')
  return (
    <div className="ui-stack" data-field="photos">
      <p className="ui-hint">{t(messages.photosWhy)}</p>
      {photos.length > 0 && (
        <ul className="stations-plain" aria-label={t(messages.photoCount, { count: photos.length })}>
          {photos.map((photo) => (
            <li key={photo.fileId} className="ui-row">
              <b>{t(messages[photo.kind])}</b>
              <span>{photo.name}</span>
              <Button
                icon="cross"
                aria-label={t(messages.remove, { name: photo.name })}
                onPress={() => onRemove(photo.fileId)}
              >
                {t(messages.remove, { name: t(messages[photo.kind]) })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {photos.length < PHOTOS_MAX && (
        <>
          <ChoiceChips
            label={t(messages.photoKind)}
            takes="one"
            choices={KINDS.map((id) => ({ id, label: t(messages[id]) }))}
            chosen={[kind]}
            onChange={([chosen]) => setKind(chosen ?? 'outside')}
          />
          <FileUpload
            purpose="station-application-photo"
            label={t(messages.addPhoto)}
            accept={['image/jpeg', 'image/png', 'image/webp']}
            onReady={({ fileId, name }) => onAdd({ fileId, kind, name })}
          />
        </>
      )}
      {error !== undefined && (
        <p role="alert" className="ui-field-error">
          {error}
        </p>
      )}
    </div>
  )
}
