import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { Text } from '#ui/i18n/text.ts'
import { useNow } from './device/use-now.ts'
import { stationMessages } from './station-messages.ts'
import type { StationDetail } from './types.ts'
import { weekdayNames } from './view/change-words.ts'
import { hoursTable } from './view/hours-table.ts'

/** Today first, then the week of this season, the other seasons, and the days that differ. */
export function HoursCard({ station }: { station: StationDetail }) {
  const t = useText()
  const { weekdayIndex, today, current, others, exceptions } = hoursTable(station.hours, useNow())
  return (
    <Card title={t(stationMessages.hours)}>
      <p className="stations-today">
        <span>{t(stationMessages.today, { day: t(weekdayNames[weekdayIndex]!) })}</span>
        <b>{t(today)}</b>
      </p>
      <Lines lines={current} />
      {exceptions.length > 0 && (
        <section className="stations-exceptions" data-soon={exceptions[0]!.isSoon || undefined}>
          <h3>{t(stationMessages.announcedDays)}</h3>
          <Lines lines={exceptions.map(({ text }) => text)} />
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h3>{t(stationMessages.otherSeasons)}</h3>
          {others.map((lines) => (
            <Lines key={lines[0]?.zh} lines={lines} />
          ))}
        </section>
      )}
    </Card>
  )
}

function Lines({ lines }: { lines: readonly Text[] }) {
  const t = useText()
  return (
    <ul className="stations-lines ui-figures">
      {lines.map((line) => (
        <li key={line.zh}>{t(line)}</li>
      ))}
    </ul>
  )
}
