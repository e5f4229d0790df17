import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Icon } from '#ui/pictures/icon.tsx'
import { FacilityIcon, useFacilityText } from './facility-icon.tsx'
import { stationMessages } from './station-messages.ts'
import type { FacilityName } from './types.ts'

type FacilitiesCardProps = { facilities: readonly FacilityName[]; others: readonly string[] }

/** Everything it has, as pictures with words, in the order a worker asks for them. */
export function FacilitiesCard({ facilities, others }: FacilitiesCardProps) {
  const t = useText()
  const textOf = useFacilityText()
  const isEmpty = facilities.length + others.length === 0
  return (
    <Card title={t(stationMessages.facilities)}>
      {isEmpty && <p>{t(stationMessages.noFacilities)}</p>}
      <ul className="stations-facilities">
        {facilities.map((facility) => (
          <li key={facility}>
            <FacilityIcon facility={facility} />
            {textOf(facility)}
          </li>
        ))}
        {others.map((other) => (
          <li key={other}>
            <Icon name="check" />
            {other}
          </li>
        ))}
      </ul>
    </Card>
  )
}
