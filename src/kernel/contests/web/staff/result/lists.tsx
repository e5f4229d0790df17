import { Card } from '#ui/data/card.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { EmptyState } from '#ui/states/empty-state.tsx'
import type { Result } from '../../types.ts'
import { resultMessages as messages } from './messages.ts'

/** Awards from the highest down, units by their points, and those put forward. */
export function Lists({ result }: { readonly result: Result }) {
  const t = useText()
  const { awards, units, organisationPrizeName, recommended, recommendedTo } = result
  if (awards.length === 0) return <EmptyState title={t(messages.empty)}>{t(messages.emptyHint)}</EmptyState>
  return (
    <>
      {awards.map(({ id, name, rows }) => (
        <Card key={id} title={t(messages.count, { name, count: rows.length })}>
          <EntryTable label={name} rows={rows} />
        </Card>
      ))}
      {organisationPrizeName !== null && units.length > 0 && (
        <Card title={t(messages.units)}>
          <UnitTable units={units} prize={organisationPrizeName} />
        </Card>
      )}
      {recommendedTo !== null && recommended.length > 0 && (
        <Card title={t(messages.recommended, { to: recommendedTo })}>
          <EntryTable label={t(messages.recommended, { to: recommendedTo })} rows={recommended} />
        </Card>
      )}
    </>
  )
}

type EntryTableProps = { readonly label: string; readonly rows: Result['recommended'] }

function EntryTable({ label, rows }: EntryTableProps) {
  const t = useText()
  return (
    <div className="contest-list" tabIndex={0} role="group" aria-label={label}>
      <table className="ui-table">
        <thead>
          <tr>
            <th scope="col" data-number>
              {t(messages.rank)}
            </th>
            <th scope="col">{t(messages.entry)}</th>
            <th scope="col">{t(messages.people)}</th>
            <th scope="col">{t(messages.unit)}</th>
            <th scope="col" data-number>
              {t(messages.score)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ entryId, rank, title, names, unitName, mean }) => (
            <tr key={entryId}>
              <td data-number>{rank}</td>
              <th scope="row">{title}</th>
              <td>{names.join('、')}</td>
              <td>{unitName}</td>
              <td data-number>{mean}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type UnitTableProps = { readonly units: Result['units']; readonly prize: string }

function UnitTable({ units, prize }: UnitTableProps) {
  const t = useText()
  const format = useFormat()
  return (
    <div className="contest-list" tabIndex={0} role="group" aria-label={t(messages.units)}>
      <table className="ui-table">
        <thead>
          <tr>
            <th scope="col">{t(messages.unit)}</th>
            <th scope="col" data-number>
              {t(messages.entries)}
            </th>
            <th scope="col" data-number>
              {t(messages.awards)}
            </th>
            <th scope="col" data-number>
              {t(messages.points)}
            </th>
            <th scope="col">{t(messages.awarded)}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.unitId}>
              <th scope="row">{unit.unitName}</th>
              <td data-number>{format.number(unit.entries)}</td>
              <td data-number>{format.number(unit.awards)}</td>
              <td data-number>{format.number(unit.points)}</td>
              <td>{unit.isAwarded && <Tag>{prize}</Tag>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
