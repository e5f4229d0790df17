import type { OutputOf } from '#platform/contract.ts'
import { Timeline, type TimelineEvent } from '#ui/data/timeline.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { greenTravel } from '../../../contract.ts'
import { messages } from './messages.ts'

type Detail = OutputOf<typeof greenTravel.getBudget>

/** Grants, pauses and their reasons, newest first. */
export function History({ appropriations, events }: Pick<Detail, 'appropriations' | 'events'>) {
  const t = useText()
  const format = useFormat()
  const lines: TimelineEvent[] = [
    ...appropriations.map(({ id, at, madeBy, reason, amountFen, document }) => ({
      id,
      at,
      who: madeBy,
      what: `${t(amountFen > 0 ? messages.grantedEvent : messages.takenEvent, {
        amount: format.yuan(Math.abs(amountFen)),
      })} · ${document}`,
      why: reason,
      status: 'good' as const,
    })),
    ...events.map(({ kind, at, madeBy, reason }) => ({
      id: at,
      at,
      who: madeBy,
      what: t(kind === 'paused' ? messages.pausedEvent : messages.resumedEvent),
      why: reason,
    })),
  ]
  return (
    <section className="ui-stack">
      <h3>{t(messages.history)}</h3>
      <Timeline label={t(messages.history)} events={lines.toSorted((a, b) => (a.at < b.at ? 1 : -1))} />
    </section>
  )
}
