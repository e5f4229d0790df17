import type { Status } from '#ui/data/status-badge.tsx'
import { Timeline } from '#ui/data/timeline.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ReportRow } from '../types.ts'
import { answerWords } from '../words.ts'
import { reportMessages } from './messages.ts'

type Event = ReportRow['events'][number]

const statuses: Readonly<Record<Event['kind'], Status>> = {
  reported: 'warn',
  answered: 'info',
  reopened: 'warn',
  settled: 'good',
}

/** What happened to a report, newest first. */
export function ReportStory({ report }: { report: ReportRow }) {
  const t = useText()
  const what = ({ kind, answer }: Event) =>
    kind === 'answered'
      ? t(reportMessages.answered, { answer: answer === null ? '' : t(answerWords[answer]) })
      : t(reportMessages[kind])
  return (
    <Timeline
      label={t(reportMessages.story)}
      events={report.events
        .map((event, index) => ({
          id: String(index),
          at: event.at,
          who: event.by,
          what: what(event),
          status: statuses[event.kind],
          ...(event.words !== '' && { children: <p className="stations-quoted">{event.words}</p> }),
        }))
        .reverse()}
    />
  )
}
