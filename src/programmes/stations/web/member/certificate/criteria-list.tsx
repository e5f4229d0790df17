import { Disclosure } from '#ui/controls/disclosure.tsx'
import { StatusShape } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { CriterionVerdict } from '../types.ts'
import { certificateMessages as messages } from './messages.ts'

/** Each criterion with whether it is met and until when; opened, it says by what, or why not. */
export function CriteriaList({ criteria }: { criteria: readonly CriterionVerdict[] }) {
  return (
    <ul className="certificate-criteria">
      {criteria.map((criterion) => (
        <li key={criterion.id}>
          <Criterion criterion={criterion} />
        </li>
      ))}
    </ul>
  )
}

function Criterion({ criterion }: { criterion: CriterionVerdict }) {
  const t = useText()
  const format = useFormat()
  const { title, words, holds, until, needs } = criterion
  const said = holds
    ? until === null
      ? t(messages.passes)
      : t(messages.until, { day: format.date(until) })
    : t(messages.fails)
  return (
    <Disclosure
      title={
        <span className="certificate-criterion">
          <StatusShape status={holds ? 'good' : 'bad'} />
          <span>{t(title)}</span>
          <span className="stations-small">{said}</span>
        </span>
      }
      isOpenAtFirst={!holds}
    >
      <p>{t(words)}</p>
      {needs.map((need, index) => (
        <Need key={index} need={need} />
      ))}
    </Disclosure>
  )
}

function Need({ need }: { need: CriterionVerdict['needs'][number] }) {
  const t = useText()
  const format = useFormat()
  const shown = need.holds ? need.takes.filter(({ holds }) => holds) : need.takes
  return (
    <>
      {shown.length > 1 && !need.holds && <p className="stations-small">{t(messages.anyOf)}</p>}
      <ul className="certificate-takes">
        {shown.map(({ words, holds, day, until, why }) => (
          <li key={words.zh}>
            <StatusShape status={holds ? 'good' : need.holds ? 'quiet' : 'bad'} />
            <span>
              {t(words)}
              <span className="ui-hint">
                {holds
                  ? [
                      day === null ? '' : t(messages.from, { day: format.date(day) }),
                      until === null ? t(messages.noEnd) : t(messages.until, { day: format.date(until) }),
                    ]
                      .filter((part) => part !== '')
                      .join('，')
                  : why !== null && t(why)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
