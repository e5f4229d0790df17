import { useState } from 'react'
import { review } from '#kernel/review/contract.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Refused } from '#ui/states/answered.tsx'
import { FixForm } from './fix-form.tsx'
import { JoinSteps } from './join-here.tsx'
import { situationMessages } from './situation-messages.ts'
import type { OwnApplication } from '../types.ts'
import { WaitingSide } from './waiting-side.tsx'
import { applicationWords } from '../words.ts'

/** Where a wish to join stands, and what the applicant can do about it now. */
export function ApplicationCard({ application }: { application: OwnApplication }) {
  const t = useText()
  const { number, place, state, waiting, reason } = application
  const { status, text } = applicationWords[state]
  const [isFixing, setFixing] = useState(false)
  const waits = state === 'checking' || state === 'second-look'
  return (
    <>
      {waits && <JoinSteps current={2} />}
      <Card
        title={t(situationMessages.application, { number })}
        actions={<StatusBadge status={status}>{t(text)}</StatusBadge>}
      >
        <p>{place.name}</p>
        {waits && (
          <WaitingSide
            waiting={waiting}
            status="info"
            says={t(situationMessages.waitingFor, { union: waiting.with })}
          />
        )}
        {reason !== null && <p>{t(situationMessages.reason, { reason })}</p>}
        {state === 'returned' &&
          (isFixing ? (
            <FixForm application={application} onSent={() => setFixing(false)} />
          ) : (
            <Button variant="primary" wide onPress={() => setFixing(true)}>
              {t(situationMessages.fix)}
            </Button>
          ))}
        {state === 'refused' && (
          <>
            <LinkButton wide href={`/me/cases/${waiting.caseId}`}>
              {t(situationMessages.appeal)}
            </LinkButton>
            <LinkButton wide href="/join">
              {t(situationMessages.change)}
            </LinkButton>
          </>
        )}
        {(state === 'checking' || state === 'returned') && !isFixing && (
          <Withdraw caseId={waiting.caseId} seq={waiting.seq} />
        )}
      </Card>
    </>
  )
}

function Withdraw({ caseId, seq }: { caseId: string; seq: number }) {
  const t = useText()
  const [isAsked, setAsked] = useState(false)
  const act = useCommand(review.act, ['membership', 'notifications'])
  return (
    <>
      <Button variant="quiet" wide onPress={() => setAsked(true)}>
        {t(situationMessages.withdraw)}
      </Button>
      {act.error && <Refused error={act.error} />}
      <ConfirmDialog
        title={t(situationMessages.withdrawTitle)}
        confirmLabel={t(situationMessages.withdraw)}
        isOpen={isAsked}
        onOpenChange={setAsked}
        isDanger
        isPending={act.isPending}
        onConfirm={() =>
          act.mutate({ id: caseId, seq, move: 'withdraw' }, { onSettled: () => setAsked(false) })
        }
      >
        {t(situationMessages.withdrawText)}
      </ConfirmDialog>
    </>
  )
}
