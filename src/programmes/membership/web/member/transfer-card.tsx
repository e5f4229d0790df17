import { useState } from 'react'
import { useDownload } from '#kernel/files/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { Card } from '#ui/data/card.tsx'
import type { Status } from '#ui/data/status-badge.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Refused } from '#ui/states/answered.tsx'
import { membership } from '../../contract.ts'
import { situationMessages } from './situation-messages.ts'
import type { OwnTransfer } from '../types.ts'
import { WaitingSide } from './waiting-side.tsx'
import { transferWords } from '../words.ts'

type Waiting = NonNullable<OwnTransfer['release']>

/** A membership on its way: each side with what it said, or until when it has to. */
export function TransferCard({ transfer }: { transfer: OwnTransfer }) {
  const t = useText()
  const format = useFormat()
  const { status, text } = transferWords[transfer.state]
  return (
    <Card
      title={t(situationMessages.transfer, { number: transfer.number })}
      actions={<StatusBadge status={status}>{t(text)}</StatusBadge>}
    >
      <p>
        {transfer.fromName} → {transfer.toName}
      </p>
      {transfer.state === 'done' && transfer.endedAt !== null && (
        <p>
          {t(situationMessages.movedOn, {
            day: format.date(transfer.endedAt),
            union: transfer.toName,
          })}
        </p>
      )}
      {transfer.state === 'open' && (
        <>
          {transfer.release !== null && (
            <WaitingSide waiting={transfer.release} {...releaseSays(t, transfer.release)} />
          )}
          {transfer.acceptance !== null && (
            <WaitingSide waiting={transfer.acceptance} {...sideSays(t, transfer.acceptance)} />
          )}
        </>
      )}
      {transfer.reason !== null && <p>{t(situationMessages.reason, { reason: transfer.reason })}</p>}
      {transfer.certificateNo !== null && <Letter transfer={transfer} />}
      {transfer.mayCancel && <Cancel id={transfer.id} />}
    </Card>
  )
}

type Says = { readonly status: Status; readonly says: string }

function sideSays(t: Translate, { isOpen, state, with: union }: Waiting): Says {
  if (isOpen) return { status: 'info', says: t(situationMessages.waitingFor, { union }) }
  return state === 'released' || state === 'accepted'
    ? { status: 'good', says: t(situationMessages.yes, { union }) }
    : { status: 'bad', says: t(situationMessages.no, { union }) }
}

const releaseSays = (t: Translate, release: Waiting): Says =>
  release.state === 'above' ? { status: 'warn', says: t(situationMessages.aboveHasIt) } : sideSays(t, release)

function Letter({ transfer }: { transfer: OwnTransfer }) {
  const t = useText()
  const download = useDownload(membership.transferCertificate)
  return (
    <>
      <Button
        variant="primary"
        wide
        icon="download"
        isPending={download.isPending}
        onPress={() => void download.start({ id: transfer.id }, `介绍信-${transfer.certificateNo}.pdf`)}
      >
        {t(situationMessages.letter)}
      </Button>
      {download.failure && <Refused error={download.failure} />}
    </>
  )
}

function Cancel({ id }: { id: string }) {
  const t = useText()
  const [isAsked, setAsked] = useState(false)
  const cancel = useCommand(membership.cancelTransfer, ['review', 'notifications'])
  return (
    <>
      <Button variant="quiet" wide onPress={() => setAsked(true)}>
        {t(situationMessages.cancel)}
      </Button>
      {cancel.error && <Refused error={cancel.error} />}
      <ConfirmDialog
        title={t(situationMessages.cancelTitle)}
        confirmLabel={t(situationMessages.cancel)}
        isOpen={isAsked}
        onOpenChange={setAsked}
        isDanger
        isPending={cancel.isPending}
        onConfirm={() => cancel.mutate({ id }, { onSettled: () => setAsked(false) })}
      >
        {t(situationMessages.cancelText)}
      </ConfirmDialog>
    </>
  )
}
