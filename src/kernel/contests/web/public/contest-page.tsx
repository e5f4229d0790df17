import { useParams } from '@tanstack/react-router'
import { ActivitiesAbout } from '#kernel/activities/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { FigureNumber } from '#ui/data/figure-number.tsx'
import { Timeline } from '#ui/data/timeline.tsx'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { contests } from '../../contract.ts'
import { ContestBadge, stageOf } from '../contest-badge.tsx'
import '../contests.css'
import { ChangedRules, rulesBefore } from '../told/changed-rules.tsx'
import { RulesTold } from '../told/rules-told.tsx'
import type { Contest } from '../types.ts'
import { publicMessages as messages } from './messages.ts'

/** The call of a contest: theme, rules in plain words, every amendment, and where judging stands. */
export default function ContestPage() {
  const t = useText()
  const { contestId = '' } = useParams({ strict: false }) as { contestId?: string }
  const answer = useAnswer(contests.getContest, { id: contestId })
  return (
    <ReportPage
      title={answer.data?.title ?? t(messages.contest)}
      dateline={
        <>
          {answer.data && `${t(messages.byline, { organisation: answer.data.organisationName })} · `}
          <Link href="/contests">{t(messages.back)}</Link>
        </>
      }
    >
      <Answered to={answer}>{(contest) => <ContestView contest={contest} />}</Answered>
    </ReportPage>
  )
}

type ContestProps = { readonly contest: Contest }

function ContestView({ contest }: ContestProps) {
  const t = useText()
  const { id, rules, entries, units } = contest
  return (
    <>
      <div className="contest-head">
        <ContestBadge contest={contest} />
        {stageOf(contest) === 'entering' && (
          <LinkButton variant="primary" href={`/contests/${id}/enter`}>
            {t(messages.enter)}
          </LinkButton>
        )}
        {contest.rounds.length > 0 && contest.rounds.every(({ state }) => state === 'closed') && (
          <LinkButton href={`/contests/${id}/result`}>{t(messages.result)}</LinkButton>
        )}
      </div>
      <ActivitiesAbout about={`contest:${id}`} organisationId={contest.organisationId} />
      {rules.description !== '' && (
        <ReportSection title={t(messages.theme)}>
          <p className="contest-call">{rules.description}</p>
        </ReportSection>
      )}
      <ReportSection title={t(messages.rules)}>
        <RulesTold rules={rules} />
      </ReportSection>
      <Amendments contest={contest} />
      <ReportSection title={t(messages.rounds)}>
        <div className="ui-figures-row">
          <FigureNumber size="normal" label={t(messages.entries)} value={entries} unit={t(messages.piece)} />
          <FigureNumber size="normal" label={t(messages.units)} value={units} unit={t(messages.unitsUnit)} />
        </div>
        <Rounds contest={contest} />
      </ReportSection>
    </>
  )
}

function Amendments({ contest: { amendments } }: ContestProps) {
  const t = useText()
  const events = amendments
    .filter(({ no }) => no > 0)
    .toReversed()
    .map(({ no, at, reason, rules }) => {
      const before = rulesBefore(amendments, no)
      return {
        id: String(no),
        at,
        who: t(messages.amendmentNo, { no }),
        what: '',
        why: reason,
        children: before && <ChangedRules before={before} after={rules} />,
      }
    })
  if (events.length === 0) return null
  return (
    <ReportSection title={t(messages.amendments)} lede={t(messages.amendmentsLede)}>
      <Timeline label={t(messages.amendments)} events={events} />
    </ReportSection>
  )
}

function Rounds({ contest: { rounds } }: ContestProps) {
  const t = useText()
  const format = useFormat()
  return (
    <ul className="contest-rounds">
      {rounds.map(({ id, name, closedAt }) => (
        <li key={id}>
          <b>{name}</b>{' '}
          {closedAt === null ? (
            t(messages.judging)
          ) : (
            <>
              {t(messages.closed, { date: format.dateTime(closedAt, 'long') })} ·{' '}
              <Link href={`/contests/rounds/${id}`}>{t(messages.record, { name })}</Link>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
