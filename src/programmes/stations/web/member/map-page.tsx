import { Button } from '#ui/controls/button.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { askPosition, usePosition } from './device/position.ts'
import { messages } from './messages.ts'
import './stations.css'
import { StationFinder } from './station-finder.tsx'
import { useStations } from './use-stations.ts'

/** Find the nearest open station; the list is the content and the map stands beside it. */
export default function MapPage() {
  const t = useText()
  const list = useStations()
  const hasStations = (list.data?.stations.length ?? 0) > 0
  return (
    <MemberPage title={t(messages.mapTitle)} fullBleed footer={hasStations && <LocateButton />}>
      <Answered to={list} label={t(messages.loadingStations)}>
        {(answer) =>
          answer.stations.length === 0 ? (
            <EmptyState title={t(messages.noStationsTitle)}>{t(messages.noStations)}</EmptyState>
          ) : (
            <StationFinder list={answer} />
          )
        }
      </Answered>
    </MemberPage>
  )
}

/** The one action of the page, under the thumb until it has been taken. */
function LocateButton() {
  const t = useText()
  const { kind } = usePosition()
  if (kind === 'known') return null
  const isAsking = kind === 'asking'
  return (
    <>
      <Button variant="primary" icon="target" wide isDisabled={isAsking} onPress={() => void askPosition()}>
        {t(isAsking ? messages.asking : messages.findNearest)}
      </Button>
      <p className="stations-small">{t(messages.positionStays)}</p>
    </>
  )
}
