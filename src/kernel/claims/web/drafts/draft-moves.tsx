import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Refused } from '#ui/states/answered.tsx'
import { claims } from '../../contract.ts'
import { isProblem } from '../../rules/drafts/finding.ts'
import type { Draft } from './draft-desk.tsx'
import type { Marked } from './editor/findings.ts'
import { messages } from './messages.ts'
import type { useAutosave } from './use-autosave.ts'

type MovesProps = {
  draft: Draft
  findings: readonly Marked[]
  autosave: Pick<ReturnType<typeof useAutosave>, 'save' | 'revision'>
}

/** What may be done with the text now. Handing in, sending back and putting away ask once more. */
export function DraftMoves({ draft, findings, autosave }: MovesProps) {
  const t = useText()
  const toast = useToast()
  const [asked, setAsked] = useState<'hand-in' | 'send-back' | 'discard' | null>(null)
  const commands = {
    'hand-in': useCommand(claims.handInDraft, ['work']),
    'take-back': useCommand(claims.takeBackDraft, ['work']),
    'send-back': useCommand(claims.sendBackDraft, ['work']),
    discard: useCommand(claims.discardDraft),
    restore: useCommand(claims.restoreDraft),
  }
  const { id } = draft
  const run = async (move: keyof typeof commands, reason = '') => {
    if (move === 'hand-in') {
      if (!(await autosave.save())) return setAsked(null)
      await commands['hand-in'].mutateAsync({ id, revision: autosave.revision() })
    } else if (move === 'send-back') await commands['send-back'].mutateAsync({ id, reason })
    else await commands[move].mutateAsync({ id })
    setAsked(null)
    toast({
      text: t(messages.done),
      ...(move === 'discard' && { onUndo: () => void run('restore').catch(() => undefined) }),
    })
  }
  const open = findings.filter(({ finding }) => isProblem(finding.mark) || finding.mark === 'unbound').length
  const texts = {
    'hand-in': messages.handInText,
    'send-back': messages.sendBackText,
    discard: messages.discardText,
  }
  const labels = {
    'hand-in': t(messages.handIn),
    'take-back': t(messages.takeBack),
    'send-back': t(messages.sendBack),
    discard: t(messages.discard),
    restore: t(messages.restore),
  }
  return (
    <>
      {draft.mayMove.map((move) => (
        <Button
          key={move}
          variant={move === 'hand-in' ? 'primary' : 'secondary'}
          onPress={() =>
            move === 'take-back' || move === 'restore'
              ? void run(move).catch(() => undefined)
              : setAsked(move)
          }
        >
          {labels[move]}
        </Button>
      ))}
      {asked !== null && (
        <ConfirmDialog
          title={labels[asked]}
          confirmLabel={labels[asked]}
          isOpen
          onOpenChange={(isOpen) => !isOpen && setAsked(null)}
          isPending={commands[asked].isPending}
          onConfirm={(reason) => void run(asked, reason).catch(() => undefined)}
          {...(asked === 'send-back' && { asksReason: {} })}
        >
          {asked === 'hand-in' && open > 0 && <p>{t(messages.handInOpen, { count: open })}</p>}
          <p>{t(texts[asked])}</p>
          {commands[asked].error && <Refused error={commands[asked].error} />}
        </ConfirmDialog>
      )}
    </>
  )
}
