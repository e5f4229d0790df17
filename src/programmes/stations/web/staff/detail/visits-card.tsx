import { HourHeat } from '#ui/charts/hour-heat.tsx'
import { Card } from '#ui/data/card.tsx'
import { useLanguage, useText } from '#ui/i18n/language.tsx'
import { weekdayNames } from '../weekdays.ts'
import type { StationRecord } from '../types.ts'
import { detailMessages } from './messages.ts'
import { busiestHour, visitRows } from './visit-rows.ts'

/** When people come, by weekday and hour: what the opening hours should follow. */
export function VisitsCard({ station }: { station: StationRecord }) {
  const t = useText()
  const { language } = useLanguage()
  const busiest = busiestHour(station.visitsByHour)
  if (busiest === undefined) {
    return <Card title={t(detailMessages.visits)}>{<p>{t(detailMessages.visitsNone)}</p>}</Card>
  }
  const count = station.visitsByHour.reduce((total, cell) => total + cell.count, 0)
  const names = weekdayNames.map((name) => name[language])
  const title = t(detailMessages.visitsTitle, {
    count,
    day: names[busiest.weekday] ?? '',
    hour: busiest.hour,
  })
  return (
    <Card title={t(detailMessages.visits)}>
      <HourHeat
        title={title}
        alternative={title}
        dayColumn={t(detailMessages.weekday)}
        rows={visitRows(station.visitsByHour, names)}
      />
    </Card>
  )
}
