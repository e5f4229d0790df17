import { useAnswer } from '#platform/client/hooks.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { stations } from '../../contract.ts'
import { goneMessages as messages } from './handing-over/messages.ts'

/** For whoever stands before the door of a station that is gone: since when, and where the nearest open one is. */
export function GoneCard({ code }: { readonly code: string }) {
  const t = useText()
  const format = useFormat()
  const leaving = useAnswer(stations.getLeaving, { code }).data
  if (leaving === undefined) return null
  const { gone, nearest } = leaving
  const into = gone?.mergedInto
  return (
    <Card title={t(messages.title)}>
      {gone !== null && <p>{t(messages[gone.kind], { on: format.date(gone.on) })}</p>}
      {into && (
        <LinkButton href={`/stations/${into.code}`}>{t(messages.mergedInto, { name: into.name })}</LinkButton>
      )}
      {nearest === null ? (
        <LinkButton href="/stations" icon="map-pin">
          {t(messages.seeMap)}
        </LinkButton>
      ) : (
        <>
          <p>
            {t(messages.nearest)} <b>{nearest.name}</b> · {format.distance(nearest.distanceMetres)}
          </p>
          <p className="ui-hint">{nearest.address}</p>
          <LinkButton variant="primary" wide icon="map-pin" href={`/stations/${nearest.code}`}>
            {t(messages.goThere)}
          </LinkButton>
        </>
      )}
    </Card>
  )
}
