import { useText } from '#ui/i18n/language.tsx'
import type { Round } from '../../types.ts'
import { staffMessages as messages } from '../messages.ts'
import { ReplaceJudge } from './replace-judge.tsx'

/** Who has how much, and who has handed in what; never what was scored. */
export function JudgesAtWork({ round }: { readonly round: Round }) {
  const t = useText()
  return (
    <ul className="contest-judges" aria-label={t(messages.panel)}>
      {round.judges.map(({ id, no, name, unitName, hasLeft, assigned, submitted }) => (
        <li key={id} data-left={hasLeft || undefined}>
          <span className="contest-judge-name">
            <b>{name}</b> <span className="ui-hint">{t(messages.judgeNo, { no })}</span>
            <span className="ui-hint">{unitName}</span>
          </span>
          <span className="contest-judge-bar" aria-hidden>
            <span style={{ inlineSize: `${(100 * submitted) / Math.max(assigned, 1)}%` }} />
          </span>
          <span className="ui-figures">{t(messages.sheetsOf, { submitted, assigned })}</span>
          {hasLeft ? (
            <span className="ui-hint">{t(messages.left)}</span>
          ) : (
            round.state === 'judging' && <ReplaceJudge judge={{ id, name }} />
          )}
        </li>
      ))}
    </ul>
  )
}
