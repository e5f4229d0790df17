import { useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { Pagination } from '#ui/table/pagination.tsx'
import { figures } from '../contract.ts'
import { DecideDialog, type Decision } from './decide-dialog.tsx'
import { staffMessages as messages } from './staff-messages.ts'

const PAGE_SIZE = 20

type Proposal = OutputOf<typeof figures.listProposals>['rows'][number]

const statusOf: Record<Proposal['state'], Status> = {
  open: 'warn',
  approved: 'good',
  declined: 'bad',
  withdrawn: 'quiet',
}

export function Proposals() {
  const t = useText()
  const [page, setPage] = useState(1)
  const [decision, setDecision] = useState<Decision | null>(null)
  const proposals = useAnswer(figures.listProposals, { page, pageSize: PAGE_SIZE }, { keepLast: true })
  return (
    <Answered to={proposals}>
      {({ rows, total }) =>
        total === 0 ? (
          <EmptyState title={t(messages.noProposals)}>{t(messages.noProposalsHint)}</EmptyState>
        ) : (
          <>
            <ul className="figures-list">
              {rows.map((proposal) => (
                <li key={proposal.id}>
                  <ProposalLine proposal={proposal} onDecide={(kind) => setDecision({ kind, proposal })} />
                </li>
              ))}
            </ul>
            {total > PAGE_SIZE && (
              <Pagination page={page} pageSize={PAGE_SIZE} total={total} onPageChange={setPage} />
            )}
            <DecideDialog decision={decision} onClose={() => setDecision(null)} />
          </>
        )
      }
    </Answered>
  )
}

type LineProps = { proposal: Proposal; onDecide: (kind: Decision['kind']) => void }

function ProposalLine({ proposal, onDecide }: LineProps) {
  const t = useText()
  const format = useFormat()
  const line = t(messages.proposedLine, {
    name: proposal.proposedByName,
    organisation: proposal.organisationName,
    moment: format.relative(proposal.proposedAt),
    day: format.date(proposal.asOf),
    count: proposal.keys.length,
  })
  return (
    <>
      <div className="ui-row">
        <h3>{proposal.title}</h3>
        <StatusBadge status={statusOf[proposal.state]}>{t(messages[proposal.state])}</StatusBadge>
      </div>
      <p className="figures-quiet">{line}</p>
      {proposal.note && <p>{proposal.note}</p>}
      {proposal.decidedByName && proposal.decidedAt && (
        <p className="figures-quiet">
          {t(messages.decidedLine, {
            name: proposal.decidedByName,
            moment: format.relative(proposal.decidedAt),
          })}
          {proposal.reason && ` · ${proposal.reason}`}
        </p>
      )}
      {proposal.publicationId && (
        <p>
          <Link href={`/report/publications/${proposal.publicationId}`}>{t(messages.see)}</Link>
        </p>
      )}
      {(proposal.mayDecide || proposal.mayWithdraw) && (
        <div className="ui-row">
          {proposal.mayDecide && (
            <>
              <Button variant="primary" onPress={() => onDecide('approve')}>
                {t(messages.approve)}
              </Button>
              <Button onPress={() => onDecide('decline')}>{t(messages.decline)}</Button>
            </>
          )}
          {proposal.mayWithdraw && (
            <Button onPress={() => onDecide('withdraw')}>{t(messages.withdraw)}</Button>
          )}
        </div>
      )}
    </>
  )
}
