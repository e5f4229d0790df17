import { LinkButton } from '#ui/controls/link-button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Refused } from '#ui/states/answered.tsx'
import { ErrorState } from '#ui/states/error-state.tsx'
import { OfflineState } from '#ui/states/offline-state.tsx'
import { GoneCard } from './gone-card.tsx'
import { stationMessages } from './station-messages.ts'

type PlateRefusedProps = {
  error: Error & { status?: number; code?: string; problems?: readonly { readonly reason: { zh: string } }[] }
  onRetry: () => void
}

/** A plate that was replaced, a phone without a network, or something of ours that broke. */
export function PlateRefused({ error, onRetry }: PlateRefusedProps) {
  const t = useText()
  if (error.code === 'offline')
    return <OfflineState onRetry={onRetry}>{t(stationMessages.plateOffline)}</OfflineState>
  const gone = error.code === 'station-gone' ? error.problems?.[0]?.reason.zh : undefined
  if (gone !== undefined) return <GoneCard code={gone} />
  if (error.status !== 404 && error.status !== 409 && error.status !== 422) {
    return <Refused error={error} onRetry={onRetry} />
  }
  return (
    <ErrorState
      title={t(stationMessages.badPlateTitle)}
      whatToDo={t(stationMessages.badPlate)}
      actions={<LinkButton href="/stations">{t(stationMessages.backToMap)}</LinkButton>}
    />
  )
}
