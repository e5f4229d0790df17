import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { stationMessages } from './station-messages.ts'
import type { StationDetail } from './types.ts'
import { levelWords } from './words.ts'

/** Who stands behind it, and how well it is looked after. */
export function AboutCard({ station }: { station: StationDetail }) {
  const t = useText()
  const format = useFormat()
  const { reports90Days: total, answeredInTime90Days: answered } = station
  return (
    <Card title={t(stationMessages.about)}>
      <DescriptionList
        items={[
          { term: t(stationMessages.hostUnit), value: station.hostUnit },
          { term: t(stationMessages.organisation), value: station.organisationName },
          ...(station.level === 'ordinary'
            ? []
            : [{ term: t(stationMessages.honour), value: t(levelWords[station.level]) }]),
          { term: t(stationMessages.openedOn), value: station.openedOn && format.date(station.openedOn) },
          {
            term: t(stationMessages.checkIns30Days),
            value: t(stationMessages.turns, { count: station.checkIns30Days }),
          },
          {
            term: t(stationMessages.answeredInTime),
            value:
              total === 0
                ? t(stationMessages.noReports)
                : t(stationMessages.answeredShare, {
                    percent: format.percent(answered / total),
                    answered,
                    total,
                  }),
          },
          { term: t(stationMessages.stationCode), value: <span className="ui-figures">{station.code}</span> },
        ]}
      />
    </Card>
  )
}
