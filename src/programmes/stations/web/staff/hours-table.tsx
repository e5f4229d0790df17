import { useLanguage } from '#ui/i18n/language.tsx'
import type { OpeningHours } from '../../rules/opening-hours-schema.ts'
import { weekOf } from './hours-week.ts'

/** The hours day by day, a table for each season: what was understood, not what was typed. */
export function HoursTable({ hours }: { readonly hours: OpeningHours }) {
  const { language } = useLanguage()
  return (
    <div className="stations-seasons">
      {weekOf(hours).map(({ season, days }, index) => (
        <table key={index} className="stations-week">
          {season && <caption>{season[language]}</caption>}
          <tbody>
            {days.map(({ day, times }) => (
              <tr key={day.en} data-closed={times.en === 'closed' || undefined}>
                <th scope="row">{day[language]}</th>
                <td>{times[language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}
