import { useCommand } from '#platform/client/hooks.ts'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Refused } from '#ui/states/answered.tsx'
import { figures } from '../contract.ts'
import { staffMessages as messages } from './staff-messages.ts'

export type Decision = {
  readonly kind: 'approve' | 'decline' | 'withdraw'
  readonly proposal: { readonly id: string; readonly title: string; readonly keys: readonly string[] }
}

const words = {
  approve: { title: messages.approveTitle, text: messages.approveText, done: messages.approvedToast },
  decline: { title: messages.declineTitle, text: messages.declineText, done: messages.done },
  withdraw: { title: messages.withdrawTitle, text: messages.withdrawText, done: messages.done },
}

/** Says what the decision does and, where somebody else has to understand it, asks why. */
export function DecideDialog({ decision, onClose }: { decision: Decision | null; onClose: () => void }) {
  return decision === null ? null : (
    <OpenDecision key={decision.proposal.id} decision={decision} onClose={onClose} />
  )
}

function OpenDecision({
  decision: { kind, proposal },
  onClose,
}: {
  decision: Decision
  onClose: () => void
}) {
  const t = useText()
  const toast = useToast()
  const commands = {
    approve: useCommand(figures.approvePublication, ['audit', 'work']),
    decline: useCommand(figures.declineProposal, ['audit', 'work']),
    withdraw: useCommand(figures.withdrawProposal, ['audit', 'work']),
  }
  const { title, text, done } = words[kind]
  const { isPending, error } = commands[kind]
  const decide = async (reason: string) => {
    const { id } = proposal
    await (kind === 'decline'
      ? commands.decline.mutateAsync({ id, reason })
      : commands[kind].mutateAsync({ id }))
    toast({ text: t(done) })
    onClose()
  }
  return (
    <ConfirmDialog
      title={t(title, { title: proposal.title })}
      confirmLabel={t(messages[kind])}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      // The refusal is drawn in the dialog from the command's own state.
      onConfirm={(reason) => void decide(reason).catch(() => undefined)}
      isPending={isPending}
      {...(kind === 'decline' && { asksReason: {} })}
    >
      <p>{t(text, { count: proposal.keys.length })}</p>
      {error && <Refused error={error} />}
    </ConfirmDialog>
  )
}
