import { useParams } from '@tanstack/react-router'
import { CaseMoves, CaseTimeline } from '#kernel/review/client.tsx'
import { useAnswer } from '#platform/client/hooks.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { contests } from '../../../contract.ts'
import '../../contests.css'
import { messages as shared } from '../../messages.ts'
import type { Contest, Result } from '../../types.ts'
import { Certificates } from './certificates.tsx'
import { ExportButton } from './export-dialog.tsx'
import { GivenCertificates } from './given.tsx'
import { Lists } from './lists.tsx'
import { resultMessages as messages } from './messages.ts'
import { Propose } from './propose.tsx'

/** From the lists as they would be now to a result that stands: handed in, on notice, published. */
export default function ResultPage() {
  const t = useText()
  const { contestId = '' } = useParams({ strict: false }) as { contestId?: string }
  const contest = useAnswer(contests.getContest, { id: contestId })
  const result = useAnswer(contests.getResult, { contestId })
  return (
    <Answered to={contest} label={t(shared.loading)}>
      {(found) => <Answered to={result}>{(one) => <ResultView contest={found} result={one} />}</Answered>}
    </Answered>
  )
}

const statuses = {
  none: 'quiet',
  proposed: 'info',
  notice: 'info',
  stands: 'good',
  returned: 'warn',
} as const

type ResultViewProps = { readonly contest: Contest; readonly result: Result }

function ResultView({ contest, result }: ResultViewProps) {
  const t = useText()
  const { state, caseId } = result
  return (
    <>
      <PageHeader
        title={t(messages.title)}
        breadcrumbs={[
          { label: t(shared.contests), href: '/staff/contests' },
          { label: contest.title, href: `/staff/contests/${contest.id}` },
        ]}
        summary={
          <span className="ui-row">
            <StatusBadge status={statuses[state]}>{t(messages[state])}</StatusBadge>
            <ProposedBy result={result} />
          </span>
        }
        actions={
          <>
            {(state === 'notice' || state === 'stands') && (
              <LinkButton icon="external" href={`/contests/${contest.id}/result`}>
                {t(messages.publicPage)}
              </LinkButton>
            )}
            <ExportButton contest={contest} />
          </>
        }
      />
      <div className="ui-stack">
        {(state === 'none' || state === 'returned') && (
          <Propose contestId={contest.id} obstacles={result.obstacles} />
        )}
        {caseId !== null && state !== 'stands' && (
          <Card title={t(messages.moves)}>
            <CaseMoves caseId={caseId} />
          </Card>
        )}
        {state === 'stands' && <Certificates contest={contest} />}
        {state === 'stands' && <GivenCertificates contest={contest} />}
        <Lists result={result} />
        {caseId !== null && (
          <Card title={t(messages.course)}>
            <CaseTimeline caseId={caseId} />
          </Card>
        )}
      </div>
    </>
  )
}

function ProposedBy({ result: { proposedBy, proposedAt, no } }: { readonly result: Result }) {
  const t = useText()
  const format = useFormat()
  if (proposedAt === null || no === null) return null
  const values = { name: proposedBy ?? '', date: format.dateTime(proposedAt), no }
  return <span>{t(messages.by, values)}</span>
}
