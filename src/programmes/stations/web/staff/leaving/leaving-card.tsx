import { useState } from 'react'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { ReasonDialog } from '../reason-dialog.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { leavingMessages as messages } from './messages.ts'
import { ProposeDialog } from './propose-dialog.tsx'

type Leaving = OutputOf<typeof stations.getLeavingCases>

/** Whether a station is leaving or was warned, and what an officer may do about it. */
export function LeavingCard({ code }: { readonly code: string }) {
  const t = useText()
  return (
    <Card title={t(messages.title)}>
      <Answered to={useAnswer(stations.getLeavingCases, { code })}>
        {(leaving) => <Shown code={code} leaving={leaving} />}
      </Answered>
    </Card>
  )
}

function Shown({ code, leaving }: { readonly code: string; readonly leaving: Leaving }) {
  const t = useText()
  const format = useFormat()
  const [asked, setAsked] = useState<'propose' | 'warn' | null>(null)
  const { gone } = leaving
  return (
    <>
      <CaseLine label={t(messages.leaving)} one={leaving.leaving} />
      <CaseLine label={t(messages.withdrawal)} one={leaving.withdrawal} />
      {leaving.warningsThisYear > 0 && <p>{t(messages.warned, { count: leaving.warningsThisYear })}</p>}
      {leaving.leaving === null && leaving.withdrawal === null && gone === null && (
        <p>{t(messages.nothing)}</p>
      )}
      {gone !== null && (
        <>
          <p>{t(messages.gone, { on: format.date(gone.on), reason: gone.reason })}</p>
          <p className="ui-hint">
            {gone.plateReturnedAt === null
              ? t(messages.plateOut)
              : t(messages.plateBack, { when: format.date(gone.plateReturnedAt) })}
          </p>
        </>
      )}
      {leaving.mayNotePlate && <NotePlate code={code} />}
      <div className="ui-row">
        {leaving.mayPropose && leaving.leaving?.isOpen !== true && (
          <Button onPress={() => setAsked('propose')}>{t(messages.propose)}</Button>
        )}
        {leaving.mayWarn && leaving.withdrawal?.isOpen !== true && leaving.leaving?.isOpen !== true && (
          <Button icon="warning" onPress={() => setAsked('warn')}>
            {t(messages.warn)}
          </Button>
        )}
      </div>
      <ProposeDialog code={code} isOpen={asked === 'propose'} onClose={() => setAsked(null)} />
      <WarnDialog code={code} isOpen={asked === 'warn'} onClose={() => setAsked(null)} />
    </>
  )
}

function CaseLine({ label, one }: { readonly label: string; readonly one: Leaving['leaving'] }) {
  const t = useText()
  if (one === null) return null
  return (
    <p className="ui-row">
      <Link href={`/staff/cases/${one.caseId}`}>{label}</Link>
      <StatusBadge status={one.isOpen ? 'warn' : 'quiet'}>
        {t(one.isOpen ? messages.open : messages.ended)}
      </StatusBadge>
    </p>
  )
}

type DialogProps = { readonly code: string; readonly isOpen: boolean; readonly onClose: () => void }

function WarnDialog({ code, isOpen, onClose }: DialogProps) {
  const t = useText()
  const toast = useToast()
  const warn = useCommand(stations.warnStation, ['review', 'work'])
  const onSuccess = () => {
    toast({ text: t(messages.sent) })
    onClose()
  }
  return (
    <ReasonDialog
      title={t(messages.warn)}
      confirmLabel={t(messages.warn)}
      isOpen={isOpen}
      onOpenChange={onClose}
      onConfirm={(reason) => warn.mutate({ code, reason }, { onSuccess })}
      isDanger
      isPending={warn.isPending}
      failure={warn.error}
    >
      {t(messages.warnWhat)}
    </ReasonDialog>
  )
}

function NotePlate({ code }: { readonly code: string }) {
  const t = useText()
  const toast = useToast()
  const [to, setTo] = useState('')
  const note = useCommand(stations.notePlateReturned)
  return (
    <div className="ui-stack">
      <TextField label={t(messages.plateTo)} value={to} onChange={setTo} />
      <RefusalNote failure={note.error} />
      <span className="ui-row">
        <Button
          isDisabled={to.trim().length < 2}
          isPending={note.isPending}
          onPress={() => note.mutate({ code, to }, { onSuccess: () => toast({ text: t(messages.noted) }) })}
        >
          {t(messages.notePlate)}
        </Button>
      </span>
    </div>
  )
}
