import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Refused } from '#ui/states/answered.tsx'
import { membership } from '../../contract.ts'
import { situationMessages } from './situation-messages.ts'
import type { MemberLine } from '../types.ts'
import { standingWords } from '../words.ts'

type StandingCardProps = {
  readonly current: MemberLine
  readonly retainedSince: string | null
  readonly unionIsDissolved: boolean
  readonly isMoving: boolean
}

/** The membership that lasts, and the way out of a unit that still holds whoever has left it. */
export function StandingCard({ current, retainedSince, unionIsDissolved, isMoving }: StandingCardProps) {
  const t = useText()
  const format = useFormat()
  const { status, text } = standingWords[current.status]
  return (
    <Card
      title={t(situationMessages.membership)}
      actions={<StatusBadge status={status}>{t(text)}</StatusBadge>}
    >
      <DescriptionList
        items={[
          { term: t(situationMessages.union), value: current.organisationName },
          { term: t(situationMessages.since), value: format.date(current.fromDay) },
          ...(retainedSince === null
            ? []
            : [{ term: t(situationMessages.retainedSince), value: format.date(retainedSince) }]),
        ]}
      />
      {unionIsDissolved && <p>{t(situationMessages.dissolved)}</p>}
      <LinkButton variant="primary" wide icon="qr" href="/card">
        {t(situationMessages.openCard)}
      </LinkButton>
      {!isMoving && (
        <>
          <LinkButton wide icon="arrow-right" href="/membership/move">
            {t(situationMessages.wrongUnion)}
          </LinkButton>
          <Disclosure title={t(situationMessages.heldTitle)}>
            <p>{t(situationMessages.held)}</p>
          </Disclosure>
        </>
      )}
      <Leave />
    </Card>
  )
}

function Leave() {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const leave = useCommand(membership.askToLeave, ['review', 'notifications'])
  return (
    <>
      <Button variant="quiet" wide onPress={() => setOpen(true)}>
        {t(situationMessages.leave)}
      </Button>
      <Dialog
        title={t(situationMessages.leaveTitle)}
        isOpen={isOpen}
        onOpenChange={setOpen}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{t(situationMessages.keep)}</Button>
            <Button
              variant="danger"
              isPending={leave.isPending}
              onPress={() => leave.mutate({ reason }, { onSuccess: () => setOpen(false) })}
            >
              {t(situationMessages.leaveConfirm)}
            </Button>
          </>
        }
      >
        <p>{t(situationMessages.leaveText)}</p>
        <TextArea
          label={t(situationMessages.leaveReason)}
          rows={2}
          maxLength={400}
          value={reason}
          onChange={setReason}
        />
        {leave.error && <Refused error={leave.error} />}
      </Dialog>
    </>
  )
}
