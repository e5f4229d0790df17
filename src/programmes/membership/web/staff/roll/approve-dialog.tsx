import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Refused } from '#ui/states/answered.tsx'
import { membership } from '../../../contract.ts'
import type { ApplicationRecord } from '../../types.ts'
import { IdentityChoice, type IdentityCheck } from './identity-choice.tsx'
import { rollMessages } from './messages.ts'

export type ApproveMove = 'approve' | 'move-over' | 'admit-after-all'

type ApproveDialogProps = {
  readonly application: ApplicationRecord
  readonly move: ApproveMove
  readonly onClose: () => void
}

/** A yes, with how the officer made sure of who it is. */
export function ApproveDialog({ application, move, onClose }: ApproveDialogProps) {
  const t = useText()
  const toast = useToast()
  const [identity, setIdentity] = useState<IdentityCheck | ''>('')
  const decide = useCommand(membership.decideApplication, ['review', 'work', 'memberships', 'people'])
  const title = t(move === 'move-over' ? rollMessages.moveOver : rollMessages.approve)
  const send = () => {
    if (identity === '') return
    decide.mutate(
      { id: application.id, seq: application.seq, move, identity },
      {
        onSuccess: () => {
          toast({ text: t(rollMessages.saved) })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={title}
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t(rollMessages.cancel)}</Button>
          <Button variant="primary" isDisabled={identity === ''} isPending={decide.isPending} onPress={send}>
            {title}
          </Button>
        </>
      }
    >
      <p>
        {move === 'move-over'
          ? t(rollMessages.moveOverText, { union: application.memberOf?.name ?? '' })
          : t(rollMessages.approveText)}
      </p>
      {application.letter !== null && <p>{t(rollMessages.compareLetter)}</p>}
      <IdentityChoice value={identity} onChange={setIdentity} />
      {decide.error && <Refused error={decide.error} />}
    </Dialog>
  )
}
