import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { messages } from './messages.ts'
import type { StationDetail } from './types.ts'
import { levelWords } from './words.ts'

/** Who stands behind it, and how well it is looked after. */
export function AboutCard({ station }: { station: StationDetail }) {
  const t = useText()
  const format = useFormat()
  const { reports90Days: total, answeredInTime90Days: answered } = station
  return (
    <Card title={t(messages.about)}>
      <DescriptionList
        items={[
          { term: t(messages.hostUnit), value: station.hostUnit },
          { term: t(messages.organisation), value: station.organisationName },
          ...(station.level === 'ordinary'
            ? []
            : [{ term: t(messages.honour), value: t(levelWords[station.level]) }]),
          { term: t(messages.openedOn), value: station.openedOn && format.date(station.openedOn) },
          { term: t(messages.checkIns30Days), value: t(messages.turns, { count: station.checkIns30Days }) },
          {
            term: t(messages.answeredInTime),
            value:
              total === 0
                ? t(messages.noReports)
                : t(messages.answeredShare, { percent: format.percent(answered / total), answered, total }),
          },
          { term: t(messages.stationCode), value: <span className="ui-figures">{station.code}</span> },
        ]}
      />
    </Card>
  )
}
