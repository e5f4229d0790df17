import { Button } from '#ui/controls/button.tsx'
import { StatusShape } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { presenceFor } from './device/presence.ts'
import { useNow } from './device/use-now.ts'
import { stationMessages } from './station-messages.ts'
import type { Spot } from './use-spot.ts'
import { minutesAndSeconds } from './view/countdown.ts'

const A_SECOND_MS = 1000

/** What proof goes along, how strong it is, and how to make it stronger. */
export function ProofLines({ spot }: { spot: Spot }) {
  const t = useText()
  const scan = presenceFor(spot.code, useNow(A_SECOND_MS))
  const hasPlate = scan.kind === 'valid'
  return (
    <section className="stations-proof" aria-label={t(stationMessages.proofTitle)}>
      <p>
        <StatusShape status={hasPlate ? 'good' : 'quiet'} />
        <span>
          {scan.kind === 'valid'
            ? t(stationMessages.plateValid, { time: minutesAndSeconds(scan.secondsLeft) })
            : t(scan.kind === 'expired' ? stationMessages.plateExpired : stationMessages.plateNone)}
        </span>
      </p>
      <PositionLine spot={spot} />
      <p className="stations-strength">
        {t(strengthOf(hasPlate, spot.isAttached && spot.nearness?.isNear !== false))}
      </p>
    </section>
  )
}

function PositionLine({ spot }: { spot: Spot }) {
  const t = useText()
  const format = useFormat()
  const { position, isAttached, nearness } = spot
  const isFar = nearness?.isNear === false
  if (isAttached && position.kind === 'known') {
    return (
      <p>
        <StatusShape status={isFar ? 'warn' : 'good'} />
        <span>
          {isFar
            ? t(stationMessages.positionFar, { distance: format.distance(nearness!.metres) })
            : t(stationMessages.positionAttached, { metres: position.received.accuracyMetres })}
        </span>
        <Button variant="quiet" onPress={spot.leaveOut}>
          {t(stationMessages.leavePositionOut)}
        </Button>
      </p>
    )
  }
  const isUnavailable = ['refused', 'failed', 'unsupported'].includes(position.kind)
  return (
    <p>
      <StatusShape status="quiet" />
      <span>{t(isUnavailable ? stationMessages.positionNotGiven : stationMessages.positionNotAttached)}</span>
      <Button
        icon="target"
        variant="quiet"
        isDisabled={position.kind === 'asking'}
        onPress={() => void spot.attach()}
      >
        {t(stationMessages.attachPosition)}
      </Button>
    </p>
  )
}

function strengthOf(hasPlate: boolean, hasPosition: boolean) {
  if (hasPlate) return hasPosition ? stationMessages.strengthFull : stationMessages.strengthGood
  return hasPosition ? stationMessages.strengthSome : stationMessages.strengthNone
}
