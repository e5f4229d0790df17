import type { OutputOf } from '#platform/contract.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { claims } from '../../contract.ts'
import { verdictStatus } from '../mark-status.ts'
import { messages } from './messages.ts'

export type Judgement = NonNullable<OutputOf<typeof claims.getClaim>['judgement']>

/** The verdict in a word, and why where that says more. What is plausible is not called proven. */
export function VerdictBadge({ judgement: { verdict, why } }: { judgement: Judgement }) {
  const t = useText()
  return (
    <StatusBadge status={verdictStatus[verdict]}>
      {why === 'plausible' ? t(messages.plausible) : t(messages[verdict])}
      {why && why !== 'plausible' && ` · ${t(messages[why])}`}
    </StatusBadge>
  )
}

/** The arithmetic, a line a step. */
export function Workings({ title, lines }: { title: string; lines: Judgement['lines'] }) {
  const t = useText()
  return (
    <ol className="claims-workings" aria-label={t(messages.workings, { title })}>
      {lines.map((line) => (
        <li key={line.zh}>{t(line)}</li>
      ))}
    </ol>
  )
}
