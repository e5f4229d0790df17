import { useParams } from '@tanstack/react-router'
import { Allowed } from '#kernel/access/client.ts'
import { ActivitiesAbout, AnnounceAbout } from '#kernel/activities/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { contests } from '../../../contract.ts'
import { ContestBadge } from '../../contest-badge.tsx'
import '../../contests.css'
import { messages } from '../../messages.ts'
import type { Contest } from '../../types.ts'
import { staffMessages } from '../messages.ts'
import { EntriesPart } from './entries-part.tsx'
import { NextStep } from './next-step.tsx'
import { PanelPart } from './panel-part.tsx'
import { RoundsPart } from './rounds-part.tsx'
import { RulesPart } from './rules-part.tsx'

/** One contest at the desk: where it stands, what comes next, and its parts. */
export default function DeskPage() {
  const t = useText()
  const { contestId = '' } = useParams({ strict: false }) as { contestId?: string }
  const answer = useAnswer(contests.getContest, { id: contestId })
  return (
    <Answered to={answer} label={t(messages.loading)}>
      {(contest) => <Desk contest={contest} />}
    </Answered>
  )
}

function Desk({ contest }: { readonly contest: Contest }) {
  const t = useText()
  const [search, setSearch] = useSearchText()
  const parts = [
    { id: 'progress', label: t(staffMessages.progress), content: <RoundsPart contest={contest} /> },
    { id: 'entries', label: t(staffMessages.entries), content: <EntriesPart contest={contest} /> },
    { id: 'panel', label: t(staffMessages.panel), content: <PanelPart contest={contest} /> },
    { id: 'rules', label: t(staffMessages.rules), content: <RulesPart contest={contest} /> },
  ]
  return (
    <>
      <PageHeader
        title={contest.title}
        breadcrumbs={[{ label: t(messages.contests), href: '/staff/contests' }]}
        summary={
          <span className="ui-row">
            <ContestBadge contest={contest} />
            <span>{contest.organisationName}</span>
          </span>
        }
        actions={<Actions contest={contest} />}
      />
      <div className="ui-stack">
        <NextStep contest={contest} />
        <ActivitiesAbout about={`contest:${contest.id}`} organisationId={contest.organisationId} />
        <Tabs
          label={t(staffMessages.parts)}
          pages={parts}
          selectedId={search.get('tab') ?? 'progress'}
          onSelect={(tab) => setSearch(new URLSearchParams({ tab }))}
        />
      </div>
    </>
  )
}

function Actions({
  contest: { id, state, organisationId, organisationName },
}: {
  readonly contest: Contest
}) {
  const t = useText()
  return (
    <>
      {state !== 'draft' && (
        <LinkButton icon="external" href={`/contests/${id}`}>
          {t(staffMessages.publicPage)}
        </LinkButton>
      )}
      {state === 'open' && (
        <AnnounceAbout
          about={`contest:${id}`}
          organisationId={organisationId}
          organisationName={organisationName}
        />
      )}
      {state !== 'ended' && (
        <Allowed permission="contests.run">
          <LinkButton icon="edit" href={`/staff/contests/${id}/rules`}>
            {t(state === 'draft' ? staffMessages.edit : staffMessages.amend)}
          </LinkButton>
        </Allowed>
      )}
    </>
  )
}
