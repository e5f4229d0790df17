import { useParams } from '@tanstack/react-router'
import { useAnswer } from '#platform/client/hooks.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { contests } from '../../../contract.ts'
import '../../contests.css'
import { messages as shared } from '../../messages.ts'
import type { Contest } from '../../types.ts'
import { JudgesView } from './judges-view.tsx'
import { roundMessages as messages } from './messages.ts'
import { Ranking } from './ranking.tsx'
import { TieCard } from './tie-card.tsx'

/** A closed round: ties that wait for a person, the ranking, and how the judges stand to each other. */
export default function RoundPage() {
  const t = useText()
  const { contestId = '', roundId = '' } = useParams({ strict: false }) as {
    contestId?: string
    roundId?: string
  }
  const contest = useAnswer(contests.getContest, { id: contestId })
  return (
    <Answered to={contest} label={t(shared.loading)}>
      {(found) => <RoundView contest={found} roundId={roundId} />}
    </Answered>
  )
}

function RoundView({ contest, roundId }: { readonly contest: Contest; readonly roundId: string }) {
  const t = useText()
  const round = contest.rounds.find(({ id }) => id === roundId)
  const answer = useAnswer(contests.getRoundResult, { id: roundId })
  const names = { advancing: t(messages.advancing) } as Record<string, string>
  for (const { id, name } of contest.rules.awards) names[id] = name
  return (
    <>
      <PageHeader
        title={round?.name ?? ''}
        breadcrumbs={[
          { label: t(shared.contests), href: '/staff/contests' },
          { label: contest.title, href: `/staff/contests/${contest.id}` },
        ]}
        summary={t(messages.summary)}
        actions={
          <LinkButton icon="external" href={`/contests/rounds/${roundId}`}>
            {t(messages.publicRecord)}
          </LinkButton>
        }
      />
      <Answered to={answer}>
        {(result) => (
          <div className="ui-stack">
            {result.undecided.map(({ quota, entryIds }) => (
              <TieCard
                key={entryIds.join(' ')}
                roundId={roundId}
                quota={names[quota] ?? quota}
                rows={result.rows.filter(({ entryId }) => entryIds.includes(entryId))}
              />
            ))}
            <Ranking rows={result.rows} names={names} />
            <JudgesView roundId={roundId} />
          </div>
        )}
      </Answered>
    </>
  )
}
