import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useDownload } from '#kernel/files/client.ts'
import { CaseMoves, CaseTimeline } from '#kernel/review/client.tsx'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { InputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { Text } from '#ui/i18n/text.ts'
import { Answered, Refused } from '#ui/states/answered.tsx'
import { membership } from '../../../contract.ts'
import type { TransferRecord } from '../../types.ts'
import { transferWords } from '../../words.ts'
import { rollMessages } from './messages.ts'
import './roll.css'

/** One transfer with its two sides; each shows its buttons to whoever may press them. */
export default function TransferPage() {
  const t = useText()
  const { id = '' } = useParams({ strict: false })
  const answer = useAnswer(membership.getTransfer, { id })
  return (
    <Answered to={answer} label={t(rollMessages.transfers)}>
      {(transfer) => <Transfer transfer={transfer} />}
    </Answered>
  )
}

function Transfer({ transfer }: { transfer: TransferRecord }) {
  const t = useText()
  const format = useFormat()
  const { status, text } = transferWords[transfer.state]
  return (
    <>
      <PageHeader
        title={`${t(rollMessages.transfers)} ${transfer.number}`}
        breadcrumbs={[{ label: t(rollMessages.transfers), href: '/staff/members/transfers' }]}
        summary={
          <span className="ui-row">
            <StatusBadge status={status}>{t(text)}</StatusBadge>
            {transfer.fromName} → {transfer.toName}
          </span>
        }
        actions={
          <LinkButton href={`/staff/members/${transfer.person.bk}/${transfer.person.id}`}>
            {t(rollMessages.seeMember)}
          </LinkButton>
        }
      />
      <Card>
        <DescriptionList
          items={[
            { term: t(rollMessages.member), value: transfer.maskedName },
            { term: t(rollMessages.document), value: transfer.maskedDocument },
            {
              term: t(rollMessages.memberSince),
              value: transfer.memberSince === null ? null : format.date(transfer.memberSince),
            },
            { term: t(rollMessages.askedAt), value: format.dateTime(transfer.askedAt) },
          ]}
        />
        {transfer.certificateNo !== null && transfer.readsRelease && <Letter transfer={transfer} />}
      </Card>
      <div className="roll-columns" data-even>
        <Side
          transfer={transfer}
          side="release"
          title={`${t(rollMessages.release)} · ${transfer.fromName}`}
          mayRead={transfer.readsRelease}
        />
        {transfer.acceptance === null ? (
          <Card title={`${t(rollMessages.acceptance)} · ${transfer.toName}`}>
            <p>{t(transfer.isElsewhere ? rollMessages.elsewhere : rollMessages.acceptedAlready)}</p>
          </Card>
        ) : (
          <Side
            transfer={transfer}
            side="acceptance"
            title={`${t(rollMessages.acceptance)} · ${transfer.toName}`}
            mayRead={transfer.readsAcceptance}
          />
        )}
      </div>
    </>
  )
}

type Move = InputOf<typeof membership.decideTransfer>['move']
type SideProps = {
  readonly transfer: TransferRecord
  readonly side: 'release' | 'acceptance'
  readonly title: string
  readonly mayRead: boolean
}
type Chosen = { readonly id: Move; readonly title: Text; readonly needsReason: boolean; readonly seq: number }

function Side({ transfer, side, title, mayRead }: SideProps) {
  const t = useText()
  const [chosen, setChosen] = useState<Chosen>()
  const waiting = transfer[side]
  if (waiting === null) return null
  if (!mayRead)
    return (
      <Card title={title}>
        <p>{t(rollMessages.notYours)}</p>
      </Card>
    )
  return (
    <Card title={title}>
      <CaseMoves
        caseId={waiting.caseId}
        programmeMove={(move, { seq }) => (
          <Button
            variant={move.needsReason ? 'secondary' : 'primary'}
            onPress={() =>
              setChosen({ id: move.id as Move, title: move.title, needsReason: move.needsReason, seq })
            }
          >
            {t(move.title)}
          </Button>
        )}
      />
      <CaseTimeline caseId={waiting.caseId} />
      {chosen && (
        <Decide transferId={transfer.id} side={side} chosen={chosen} onClose={() => setChosen(undefined)} />
      )}
    </Card>
  )
}

type DecideProps = {
  readonly transferId: string
  readonly side: 'release' | 'acceptance'
  readonly chosen: Chosen
  readonly onClose: () => void
}

function Decide({ transferId, side, chosen, onClose }: DecideProps) {
  const t = useText()
  const toast = useToast()
  const decide = useCommand(membership.decideTransfer, ['review', 'work', 'memberships'])
  const send = (reason: string) =>
    decide.mutate(
      { id: transferId, side, seq: chosen.seq, move: chosen.id, ...(reason !== '' && { reason }) },
      {
        onSuccess: () => {
          toast({ text: t(rollMessages.saved) })
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      title={t(chosen.title)}
      confirmLabel={t(chosen.title)}
      isOpen
      onOpenChange={onClose}
      isPending={decide.isPending}
      isDanger={chosen.needsReason}
      onConfirm={send}
      {...(chosen.needsReason && { asksReason: {} })}
    >
      {t(rollMessages.transfersLead)}
      {decide.error && <Refused error={decide.error} />}
    </ConfirmDialog>
  )
}

function Letter({ transfer }: { transfer: TransferRecord }) {
  const t = useText()
  const download = useDownload(membership.transferCertificate)
  return (
    <div className="ui-row">
      <span>
        {t(rollMessages.certificate)} {transfer.certificateNo}
      </span>
      <Button
        icon="download"
        isPending={download.isPending}
        onPress={() => void download.start({ id: transfer.id }, `介绍信-${transfer.certificateNo}.pdf`)}
      >
        {t(rollMessages.downloadLetter)}
      </Button>
      {download.failure && <Refused error={download.failure} />}
    </div>
  )
}
