import { useText } from '#ui/i18n/language.tsx'
import { Link, useLinks } from '#ui/links/link.tsx'
import { messages } from './messages.ts'

export type DayChoiceProps = { path: string; asOf: string; isPast: boolean }

/** Any past day, from the same records. The browser's own field, so that the first page stays light. */
export function DayChoice({ path, asOf, isPast }: DayChoiceProps) {
  const t = useText()
  const { navigate } = useLinks()
  return (
    <div className="figures-toolbar">
      <label>
        {t(messages.otherDay)}
        <input
          className="ui-input"
          type="date"
          key={asOf}
          defaultValue={asOf}
          {...(!isPast && { max: asOf })}
          onChange={({ target }) => {
            if (target.validity.valid && target.value !== '' && target.value !== asOf)
              navigate(`${path}${path.includes('?') ? '&' : '?'}asOf=${target.value}`)
          }}
        />
      </label>
      {isPast && <Link href={path}>{t(messages.today)}</Link>}
    </div>
  )
}
