import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { certificateStateWords, photoKindWords } from '../../../rules/certificate/words.ts'
import type { PhotoKind } from '../types.ts'
import { certificateMessages as messages } from './messages.ts'
import { TakePhoto } from './take-photo.tsx'
import { useSendPhoto, type Sending } from './use-send-photo.ts'

/** One tap opens the camera; what becomes of the photo is said beside it. */
export function PhotoDuty({ code, what }: { code: string; what: PhotoKind }) {
  const t = useText()
  const toast = useToast()
  const photo = useSendPhoto(code, what, ({ state }) =>
    toast({ text: t(messages.received, { state: t(certificateStateWords[state]) }), icon: 'image' }),
  )
  const isBusy = photo.state.kind !== 'idle' && photo.state.kind !== 'failed'
  return (
    <>
      <TakePhoto
        label={t(messages.takePhoto, { what: t(photoKindWords[what]) })}
        variant="primary"
        isPending={isBusy}
        onOpen={photo.open}
        onTaken={(taken) => void photo.send(taken)}
      />
      <Progress state={photo.state} />
    </>
  )
}

function Progress({ state }: { state: Sending }) {
  const t = useText()
  switch (state.kind) {
    case 'idle':
      return null
    case 'failed': {
      const accepted = state.failure.problems[0]?.accepted
      return (
        <p className="stations-notice" role="alert" data-status="bad">
          <span>
            {t(messages.notTaken, { reason: t(state.failure.text) })}
            {accepted && <span className="ui-hint">{t(messages.accepted, { what: t(accepted) })}</span>}
          </span>
        </p>
      )
    }
    case 'sending':
      return <ProgressBar label={t(messages.sending, { percent: state.percent })} percent={state.percent} />
    default:
      return <p role="status">{t(messages[state.kind])}</p>
  }
}
