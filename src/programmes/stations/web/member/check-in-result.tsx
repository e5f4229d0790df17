import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Icon } from '#ui/pictures/icon.tsx'
import { stationMessages } from './station-messages.ts'
import type { CheckInState } from './use-check-in.ts'
import { proofWords } from './words.ts'

/** Read aloud when it comes: checked in, or why not and what to do. */
export function CheckInResult({ checkIn: { done, error, isPending } }: { checkIn: CheckInState }) {
  const t = useText()
  const format = useFormat()
  if (isPending || (!done && !error)) return null
  if (error) {
    const words =
      error.code === 'offline'
        ? t(stationMessages.checkInNeedsNetwork)
        : t(stationMessages.checkInFailed, { reason: t(error.text) })
    return (
      <p className="stations-notice" role="alert" data-status="bad">
        <Icon name="warning" />
        <span>{words}</span>
      </p>
    )
  }
  const { checkIn, repeated } = done!
  const said = { time: format.time(checkIn.at), proof: t(proofWords[checkIn.proof]) }
  return (
    <p className="stations-notice" role="status" data-status="good">
      <Icon name="check" />
      <span>{repeated ? t(stationMessages.checkedInAgain) : t(stationMessages.checkedInAt, said)}</span>
      <Link href="/stations/mine">{t(stationMessages.seeMine)}</Link>
    </p>
  )
}
