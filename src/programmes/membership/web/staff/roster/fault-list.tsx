import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { RowsWish, ShownImport } from './import-detail-page.tsx'
import { messages } from './messages.ts'

type FaultListProps = {
  readonly faults: ShownImport['faults']
  readonly wish: RowsWish
  readonly onChange: (wish: RowsWish) => void
}

/** Each kind of problem with how many rows have it, so that one mistake made a thousand times is seen as one. */
export function FaultList({ faults, wish, onChange }: FaultListProps) {
  const t = useText()
  return (
    <Card title={t(messages.faults)}>
      {faults.length === 0 ? (
        <p>{t(messages.faultsNone)}</p>
      ) : (
        <ul className="roster-faults">
          {faults.map(({ code, count, reason }) => (
            <li key={code}>
              <button
                type="button"
                className="roster-fault"
                aria-pressed={wish.code === code}
                onClick={() => onChange(wish.code === code ? {} : { code })}
              >
                <span>{t(reason)}</span>
                <b className="ui-figures">{t(messages.faultRows, { count })}</b>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
