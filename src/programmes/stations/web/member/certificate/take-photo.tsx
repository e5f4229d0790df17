import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button, type ButtonVariant } from '#ui/controls/button.tsx'

/** As cameras write them: phones turn their own formats into JPEG where these are asked for. */
const PICTURES = ['image/jpeg', 'image/png', 'image/webp']

/** A photo with the moment at which the shutter was pressed, as the phone knows it. */
export type TakenPhoto = { readonly file: File; readonly capturedAt: Date }

type TakePhotoProps = {
  readonly label: string
  readonly variant?: ButtonVariant
  readonly isPending?: boolean
  /** The camera is being opened: time to ask the server for what the photo must answer. */
  readonly onOpen?: () => void
  readonly onTaken: (photo: TakenPhoto) => void
}

/** Opens the phone's camera at once; what it gives is a photo of now, or one that says by its date that it is not. */
export function TakePhoto({
  label,
  variant = 'secondary',
  isPending = false,
  onOpen,
  onTaken,
}: TakePhotoProps) {
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file !== undefined) onTaken({ file, capturedAt: new Date(Math.min(Date.now(), file.lastModified)) })
  }
  return (
    <FileTrigger acceptedFileTypes={PICTURES} defaultCamera="environment" onSelect={take}>
      <Button icon="camera" variant={variant} isPending={isPending} onPress={() => onOpen?.()}>
        {label}
      </Button>
    </FileTrigger>
  )
}
