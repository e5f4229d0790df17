import { useText } from '#ui/i18n/language.tsx'
import { Icon } from '#ui/pictures/icon.tsx'
import { presenceFor, type Presence } from './device/presence.ts'
import { useNow } from './device/use-now.ts'
import { stationMessages } from './station-messages.ts'
import { OpenBadge } from './open-badge.tsx'
import type { StationDetail } from './types.ts'
import { minutesAndSeconds } from './view/countdown.ts'
import { answerOf } from './view/station-answer.ts'

const A_SECOND_MS = 1000

/** Which station this is, and how long the scan still counts. */
export function PlateHead({ presence, station }: { presence: Presence; station: StationDetail | undefined }) {
  const t = useText()
  const now = useNow(A_SECOND_MS)
  const scan = presenceFor(presence.code, now)
  return (
    <section className="stations-plate">
      <h2>{presence.name}</h2>
      {station && (
        <p className="ui-row">
          {station.state === 'operating' && <OpenBadge kind={answerOf(station, now, true).kind} />}
          <span className="ui-list-note">{station.address}</span>
        </p>
      )}
      <p className="stations-plate-clock" data-expired={scan.kind !== 'valid' || undefined}>
        <Icon name={scan.kind === 'valid' ? 'qr' : 'warning'} />
        <span role="timer">
          {scan.kind === 'valid'
            ? t(stationMessages.validFor, { time: minutesAndSeconds(scan.secondsLeft) })
            : t(stationMessages.plateExpiredShort)}
        </span>
      </p>
    </section>
  )
}
