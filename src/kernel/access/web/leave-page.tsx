import { useMemo, useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ComboBox } from '#ui/controls/combo-box.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { Card } from '#ui/data/card.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered, Refused } from '#ui/states/answered.tsx'
import { access } from '../contract.ts'
import { LeavePreview } from './leave-preview.tsx'
import { staffMessages as messages } from './staff-messages.ts'

const OFFICERS_MAX = 200

type Preview = OutputOf<typeof access.previewOffboarding>

/** Choose who leaves and who takes over, see exactly what would happen, then do it in one command. */
export default function LeavePage() {
  const t = useText()
  const [personId, setPersonId] = useState<string | null>(null)
  const [successorId, setSuccessorId] = useState<string | null>(null)
  const officers = useOfficers()
  const isChosen = personId !== null && successorId !== null
  return (
    <>
      <PageHeader title={t(messages.leaveTitle)} summary={t(messages.leaveSummary)} />
      <div className="ui-stack">
        <Card>
          <div className="ui-form">
            <ComboBox label={t(messages.leaver)} options={officers} value={personId} onChange={setPersonId} />
            <ComboBox
              label={t(messages.successor)}
              description={t(messages.successorHint)}
              options={officers.filter(({ id }) => id !== personId)}
              value={successorId}
              onChange={setSuccessorId}
            />
          </div>
        </Card>
        {isChosen && <Handover key={`${personId}${successorId}`} pair={{ personId, successorId }} />}
      </div>
    </>
  )
}

/** Whoever holds a role within reach, once each. */
function useOfficers() {
  const t = useText()
  const grants = useAnswer(access.listGrants, { state: 'active', pageSize: OFFICERS_MAX }).data
  return useMemo(() => {
    const officers = new Map<string, { id: string; label: string; description: string }>()
    for (const grant of grants?.rows ?? []) {
      const description = `${t(grant)} · ${grant.organisationName}`
      const known = officers.get(grant.person.id)
      officers.set(grant.person.id, {
        id: grant.person.id,
        label: grant.personName,
        description: known === undefined ? description : `${known.description}；${description}`,
      })
    }
    return [...officers.values()]
  }, [grants, t])
}

function Handover({ pair }: { pair: { personId: string; successorId: string } }) {
  const t = useText()
  const leave = useCommand(access.offboardOfficer, ['work'])
  // Not asked once more when it is done: whoever has left is no officer to preview.
  const preview = useAnswer(access.previewOffboarding, pair, {
    enabled: !leave.isPending && !leave.isSuccess,
  })
  if (leave.data !== undefined) {
    const { grantsEnded, sessionsEnded, handedOver } = leave.data
    const items = handedOver.reduce((sum, { count }) => sum + count, 0)
    return (
      <p role="status">{t(messages.leaveDone, { grants: grantsEnded, sessions: sessionsEnded, items })}</p>
    )
  }
  return (
    <Answered to={preview}>
      {(shown) => (
        <>
          <LeavePreview preview={shown} />
          {leave.error && <Refused error={leave.error} />}
          <ConfirmLeave
            preview={shown}
            isPending={leave.isPending}
            onConfirm={(reason) => leave.mutate({ ...pair, reason })}
          />
        </>
      )}
    </Answered>
  )
}

type ConfirmLeaveProps = {
  readonly preview: Preview
  readonly isPending: boolean
  readonly onConfirm: (reason: string) => void
}

function ConfirmLeave({ preview, isPending, onConfirm }: ConfirmLeaveProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const confirm = (reason: string) => {
    setOpen(false)
    onConfirm(reason)
  }
  return (
    <>
      <div className="ui-row">
        <Button variant="danger" isPending={isPending} onPress={() => setOpen(true)}>
          {t(messages.leaveConfirm)}
        </Button>
      </div>
      <ConfirmDialog
        title={t(messages.leaveQuestion, { name: preview.leaverName })}
        confirmLabel={t(messages.leaveConfirm)}
        isDanger
        isOpen={isOpen}
        onOpenChange={setOpen}
        asksReason={{}}
        onConfirm={confirm}
      >
        <p>{t(messages.leaveSummary)}</p>
      </ConfirmDialog>
    </>
  )
}
