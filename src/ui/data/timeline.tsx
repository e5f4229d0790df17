import type { ReactNode } from 'react'
import { useFormat } from '#ui/i18n/use-format.ts'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { StatusShape, type Status } from './status-badge.tsx'

export type TimelineEvent = {
  id: string
  /** An instant. */
  at: string | Date
  who: ReactNode
  /** What happened, as a sentence without its subject: 通过了审核. */
  what: ReactNode
  why?: string
  status?: Status
  children?: ReactNode
}

/** What happened to a record, newest first: who, when and why. */
export function Timeline({ label, events }: { label: string; events: TimelineEvent[] }) {
  const t = useText()
  const format = useFormat()
  return (
    <ol className="ui-timeline" aria-label={label}>
      {events.map(({ id, at, who, what, why, status = 'quiet', children }) => (
        <li key={id}>
          <StatusShape status={status} />
          <p>
            <b>{who}</b> {what}
          </p>
          <p className="ui-timeline-when">
            <time dateTime={new Date(at).toISOString()}>{format.dateTime(at)}</time>
            <Ago at={at} />
          </p>
          {why && <p className="ui-timeline-why">{t(messages.reasonGiven, { reason: why })}</p>}
          {children}
        </li>
      ))}
    </ol>
  )
}

/** How long ago, until the day itself says more: then it would stand there twice. */
function Ago({ at }: { at: string | Date }) {
  const format = useFormat()
  const ago = format.relative(at)
  return ago === format.date(at) ? null : <span> · {ago}</span>
}
