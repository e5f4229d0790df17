import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { CaseMoves, CaseTimeline } from '#kernel/review/client.tsx'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { membership } from '../../../../contract.ts'
import { outcomeStatus } from '../../../union-words.ts'
import '../unions.css'
import { AskDialog } from './ask-dialog.tsx'
import { messages } from './messages.ts'
import { ReclaimCard } from './reclaim-card.tsx'
import { sayMilestone } from './say-milestone.ts'

export type Claim = OutputOf<typeof membership.getClaim>
type Chosen = { readonly move: string; readonly seq: number; readonly title: string }

/** One claim: what was counted, who did what, and the hand that is next. */
export default function ClaimPage() {
  const { claimId = '' } = useParams({ strict: false }) as { claimId?: string }
  return (
    <Answered to={useAnswer(membership.getClaim, { id: claimId })}>
      {(claim) => <Shown claim={claim} />}
    </Answered>
  )
}

function Shown({ claim }: { claim: Claim }) {
  const t = useText()
  const format = useFormat()
  return (
    <>
      <PageHeader
        title={`${claim.unionName} · ${format.yuan(claim.amountFen)}`}
        breadcrumbs={[{ label: t(messages.support), href: '/staff/unions/support' }]}
        summary={
          <span className="ui-row">
            <StatusBadge status={outcomeStatus(claim.standing.outcome)}>
              {t(claim.standing.stateTitle)}
            </StatusBadge>
            <span>{claim.policyName}</span>
          </span>
        }
      />
      <div className="unions-columns">
        <div className="ui-stack">
          <Card title={t(messages.moves)}>
            <ClaimMoves claim={claim} />
          </Card>
          <FactsCard claim={claim} />
          {claim.receipt !== null && (
            <Allowed
              permission="membership.check-support"
              otherwise={claim.reclaimCaseId === null ? null : <ReclaimCard claim={claim} />}
            >
              <ReclaimCard claim={claim} />
            </Allowed>
          )}
        </div>
        <Card title={t(messages.story)}>
          <CaseTimeline caseId={claim.standing.caseId} />
        </Card>
      </div>
    </>
  )
}

function FactsCard({ claim }: { claim: Claim }) {
  const t = useText()
  const format = useFormat()
  return (
    <Card title={t(messages.facts)}>
      <DescriptionList
        items={[
          {
            term: t(messages.union),
            value: <Link href={`/staff/unions/${claim.unionId}`}>{claim.unionName}</Link>,
          },
          {
            term: t(messages.project),
            value: <Link href={`/staff/unions/projects/${claim.projectId}`}>{claim.policyName}</Link>,
          },
          { term: t(messages.milestones), value: sayMilestone(claim.milestone, t, format) },
          { term: t(messages.measuredOn), value: claim.measuredOn },
          { term: t(messages.counted), value: format.number(claim.counted) },
          { term: t(messages.amount), value: format.yuan(claim.amountFen) },
          { term: t(messages.note), value: claim.note },
          {
            term: t(messages.evidence),
            value:
              claim.files.length === 0
                ? t(messages.noEvidence)
                : claim.files.map(({ id, name }) => (
                    <a key={id} href={`/api/files/${id}`}>
                      {name}{' '}
                    </a>
                  )),
          },
          { term: t(messages.claimedBy), value: claim.claimedBy },
          { term: t(messages.paidOn), value: claim.paidOn },
          { term: t(messages.receipt), value: claim.receipt },
          {
            term: t(messages.reclaimed),
            value: claim.reclaimedFen === 0 ? null : format.yuan(claim.reclaimedFen),
          },
        ]}
      />
    </Card>
  )
}

function ClaimMoves({ claim }: { claim: Claim }) {
  const t = useText()
  const [chosen, setChosen] = useState<Chosen>()
  const close = () => setChosen(undefined)
  return (
    <>
      <CaseMoves
        caseId={claim.standing.caseId}
        programmeMove={(move, one) => (
          <Button
            variant={move.id === 'void' ? 'danger' : 'primary'}
            onPress={() => setChosen({ move: move.id, seq: one.seq, title: t(move.title) })}
          >
            {t(move.title)}
          </Button>
        )}
      />
      {chosen?.move === 'approve' && <Approve claim={claim} chosen={chosen} onClose={close} />}
      {chosen?.move === 'pay' && <Pay claim={claim} chosen={chosen} onClose={close} />}
      {chosen?.move === 'void' && <Void claim={claim} chosen={chosen} onClose={close} />}
    </>
  )
}

type MoveProps = { claim: Claim; chosen: Chosen; onClose: () => void }

function Approve({ claim, chosen, onClose }: MoveProps) {
  const t = useText()
  const format = useFormat()
  const approve = useCommand(membership.approveClaim, ['review', 'ledger'])
  return (
    <AskDialog
      title={chosen.title}
      command={approve}
      onClose={onClose}
      onConfirm={() => approve.mutate({ claimId: claim.id, seq: chosen.seq }, { onSuccess: onClose })}
    >
      {t(messages.approveWhat, { yuan: format.yuan(claim.amountFen) })}
    </AskDialog>
  )
}

function Pay({ claim, chosen, onClose }: MoveProps) {
  const t = useText()
  const format = useFormat()
  const pay = useCommand(membership.payClaim, ['review', 'ledger', 'figures'])
  return (
    <AskDialog
      title={chosen.title}
      asks={{ name: 'receipt', label: t(messages.receipt) }}
      command={pay}
      onClose={onClose}
      onConfirm={(receipt) =>
        pay.mutate({ claimId: claim.id, seq: chosen.seq, receipt }, { onSuccess: onClose })
      }
    >
      {t(messages.payWhat, { yuan: format.yuan(claim.amountFen) })}
    </AskDialog>
  )
}

function Void({ claim, chosen, onClose }: MoveProps) {
  const t = useText()
  const format = useFormat()
  const voiding = useCommand(membership.voidClaim, ['review', 'ledger'])
  return (
    <AskDialog
      title={chosen.title}
      asks={{ name: 'reason', label: t(messages.reason) }}
      command={voiding}
      onClose={onClose}
      onConfirm={(reason) =>
        voiding.mutate({ claimId: claim.id, seq: chosen.seq, reason }, { onSuccess: onClose })
      }
    >
      {t(messages.voidWhat, { yuan: format.yuan(claim.amountFen) })}
    </AskDialog>
  )
}
