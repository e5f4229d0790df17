import { useId, type ReactNode } from 'react'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { Timeline } from '#ui/data/timeline.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { useFacilityText } from './facility-icon.tsx'
import { stationMessages } from './station-messages.ts'
import type { Report } from './types.ts'
import { answerWords, proofWords, reportWords, standingOf } from './words.ts'

type ReportStoryProps = { report: Report; isStationHidden?: boolean; children?: ReactNode }

/** A report with where it stands and everything that happened to it, for reporter and keeper alike. */
export function ReportStory({ report, isStationHidden, children }: ReportStoryProps) {
  const t = useText()
  const format = useFormat()
  const textOf = useFacilityText()
  const id = useId()
  const standing = standingOf(report)
  const isWaiting = report.state === 'open' || report.state === 'reopened'
  return (
    <article className="ui-card" aria-labelledby={id}>
      <div className="ui-list-answer">
        <StatusBadge status={standing.status}>{t(standing.text)}</StatusBadge>
        {isWaiting && (
          <span className="stations-small">
            {t(stationMessages.dueBy, { time: format.dateTime(report.dueAt) })}
          </span>
        )}
      </div>
      <h3 id={id}>
        {t(reportWords[report.kind].text)}
        {report.facility !== null && ` · ${textOf(report.facility)}`}
      </h3>
      {report.words !== '' && <p>{report.words}</p>}
      <p className="ui-list-note">
        {!isStationHidden && (
          <>
            <Link href={`/stations/${report.stationCode}`}>{report.stationName}</Link>{' '}
          </>
        )}
        <time dateTime={report.at}>{format.dateTime(report.at)}</time> · {t(proofWords[report.proof])}
        {report.arrivedAt !== null &&
          ` · ${t(stationMessages.arrivedLate, { time: format.dateTime(report.arrivedAt) })}`}
      </p>
      {report.events.length > 1 && (
        <Disclosure title={t(stationMessages.timeline)} isOpenAtFirst={report.state === 'answered'}>
          <Story report={report} />
        </Disclosure>
      )}
      {children}
    </article>
  )
}

const eventWords = {
  reported: { text: stationMessages.eventReported, status: 'quiet' },
  answered: { text: stationMessages.eventAnswered, status: 'info' },
  reopened: { text: stationMessages.eventReopened, status: 'warn' },
  settled: { text: stationMessages.eventSettled, status: 'good' },
} as const satisfies Record<Report['events'][number]['kind'], { text: unknown; status: Status }>

function Story({ report }: { report: Report }) {
  const t = useText()
  const tell = ({ kind, answer, words }: Report['events'][number]) => {
    const what = t(eventWords[kind].text)
    const said = [answer === null ? '' : t(answerWords[answer]), words]
      .filter((part) => part !== '')
      .join(' ')
    return said === '' ? what : t(stationMessages.saidWords, { what, words: said })
  }
  return (
    <Timeline
      label={t(stationMessages.timeline)}
      events={report.events.toReversed().map((event) => ({
        id: `${event.at}${event.kind}`,
        at: event.at,
        who: event.by,
        what: tell(event),
        status: eventWords[event.kind].status,
      }))}
    />
  )
}
