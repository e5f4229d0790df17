import { useCity } from '#kernel/city/client.ts'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { messages } from '../messages.ts'
import type { StationRecord } from '../types.ts'
import { facilityText, levelWords } from '../words.ts'
import { detailMessages } from './messages.ts'

export function FactsCard({ station }: { station: StationRecord }) {
  const t = useText()
  const format = useFormat()
  const district = useCity().data?.districts.find(({ adcode }) => adcode === station.adcode)
  const { draft } = station
  return (
    <Card title={t(detailMessages.facts)}>
      <DescriptionList
        items={[
          { term: t(messages.district), value: district ? t(district.name) : station.adcode },
          { term: t(detailMessages.address), value: station.address },
          { term: t(messages.organisation), value: station.organisationName },
          { term: t(detailMessages.hostUnit), value: station.hostUnit },
          { term: t(messages.level), value: t(levelWords[station.level]) },
          { term: t(detailMessages.phone), value: draft.phone },
          {
            term: t(detailMessages.openedOn),
            value: station.openedOn && format.date(station.openedOn, 'numeric'),
          },
          {
            term: t(detailMessages.plateIssued),
            value: station.plateIssuedAt
              ? format.date(station.plateIssuedAt, 'numeric')
              : t(detailMessages.noPlate),
          },
        ]}
      />
      <Facilities station={station} />
    </Card>
  )
}

function Facilities({ station }: { station: StationRecord }) {
  const t = useText()
  const words = [
    ...station.facilities.map((id) => t(facilityText(id))),
    ...(station.draft.otherFacilities ?? []),
  ]
  return (
    <div className="ui-row">
      {words.map((word) => (
        <Tag key={word}>{word}</Tag>
      ))}
    </div>
  )
}
