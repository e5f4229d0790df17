import { Card } from '#ui/data/card.tsx'
import { useLanguage, useText } from '#ui/i18n/language.tsx'
import { formatOpeningException } from '#programmes/stations/rules/format-opening-hours.ts'
import { HoursTable } from '../hours-table.tsx'
import type { StationRecord } from '../types.ts'
import { detailMessages } from './messages.ts'

export function HoursCard({ station }: { station: StationRecord }) {
  const t = useText()
  const { language } = useLanguage()
  const { hours } = station.draft
  return (
    <Card title={t(detailMessages.hours)}>
      <HoursTable hours={hours} />
      {hours.exceptions.length > 0 && (
        <>
          <h3>{t(detailMessages.exceptions)}</h3>
          <ul className="stations-plain">
            {hours.exceptions.map((exception) => (
              <li key={exception.date}>{formatOpeningException(exception)[language]}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
