import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { PlaceMap } from '../map/place-map.tsx'
import type { StationRecord } from '../types.ts'
import { stateWords } from '../words.ts'
import { detailMessages } from './messages.ts'

/** Where it stands: the place used, and beside it what was received and never computed with. */
export function PlaceCard({ station }: { station: StationRecord }) {
  const t = useText()
  const { received } = station
  return (
    <Card title={t(detailMessages.place)}>
      <PlaceMap name={station.name} place={station} status={stateWords[station.state].status} />
      <dl className="stations-pairs">
        <div>
          <dt>{t(detailMessages.placeUsed)}</dt>
          <dd className="ui-figures">
            {station.longitude}, {station.latitude}（GCJ-02）
          </dd>
        </div>
        <div>
          <dt>{t(detailMessages.placeReceived)}</dt>
          <dd className="ui-figures">
            {received.text || `${received.longitude}, ${received.latitude}`}（{received.datum}）
          </dd>
        </div>
      </dl>
    </Card>
  )
}
