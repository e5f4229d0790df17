import { Timeline, type TimelineEvent } from '#ui/data/timeline.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { messages } from './messages.ts'
import { useCase, type Case } from './use-case.ts'

/** What happened to a case, newest first: who, when and why. */
export function CaseTimeline({ caseId }: { caseId: string }) {
  const t = useText()
  return (
    <Answered to={useCase(caseId)}>
      {(one) => (
        <Timeline
          label={t(messages.timeline)}
          events={one.timeline.map((line) => eventOf(t, line)).toReversed()}
        />
      )}
    </Answered>
  )
}

type Line = Case['timeline'][number]

/** Who acted, not whether they said yes: the words say that. */
const statusOf = { applicant: 'quiet', officer: 'info', system: 'quiet' } as const

function eventOf(t: Translate, line: Line): TimelineEvent {
  return {
    id: String(line.no),
    at: line.at,
    who: line.by === 'system' ? t(messages.system) : line.who,
    what: (
      <>
        {t(line.title)} <span>{t(messages.arrivedAt, { state: t(line.toStateTitle) })}</span>
      </>
    ),
    status: statusOf[line.by],
    ...(line.reason !== null && { why: line.reason }),
    children: (
      <>
        {line.groundTitle !== null && <p>{t(messages.ground_given, { ground: t(line.groundTitle) })}</p>}
        {line.note !== null && <p>{t(messages.note_given, { note: line.note })}</p>}
      </>
    ),
  }
}
