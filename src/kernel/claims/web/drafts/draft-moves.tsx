import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Refused } from '#ui/states/answered.tsx'
import { claims } from '../../contract.ts'
import type { Catalogue } from '../../rules/drafts/catalogue.ts'
import { isProblem } from '../../rules/drafts/finding.ts'
import type { DraftParagraph } from '../../shapes-drafts.ts'
import type { Draft } from './use-draft-desk.ts'
import type { Marked } from './editor/findings.ts'
import { messages } from './messages.ts'
import { PublishDialog } from './publish-dialog.tsx'
import type { useAutosave } from './use-autosave.ts'

type MovesProps = {
  draft: Draft
  findings: readonly Marked[]
  catalogue: Catalogue
  paragraphs: () => readonly DraftParagraph[]
  autosave: Pick<ReturnType<typeof useAutosave>, 'save' | 'revision'>
}

type Move = Draft['mayMove'][number]

const labels = {
  'hand-in': messages.handIn,
  publish: messages.publish,
  'take-back': messages.takeBack,
  'send-back': messages.sendBack,
  discard: messages.discard,
  restore: messages.restore,
  correct: messages.correct,
}
/** These ask once more; two of them for the reason too. */
const asks = {
  'hand-in': { text: messages.handInText, needsReason: false },
  'send-back': { text: messages.sendBackText, needsReason: true },
  discard: { text: messages.discardText, needsReason: false },
  correct: { text: messages.correctText, needsReason: true },
}
type Asked = keyof typeof asks

const isAsked = (move: Move): move is Asked => Object.hasOwn(asks, move)

/** What may be done with the text now. */
export function DraftMoves({ draft, findings, catalogue, paragraphs, autosave }: MovesProps) {
  const t = useText()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [publishing, setPublishing] = useState<readonly DraftParagraph[] | null>(null)
  const { run, commands } = useMoves(draft, autosave, () => setAsked(null))
  const open = findings.filter(({ finding }) => isProblem(finding.mark) || finding.mark === 'unbound').length
  const press = (move: Move) => {
    if (move === 'publish') setPublishing(paragraphs())
    else if (isAsked(move)) setAsked(move)
    else void run(move).catch(() => undefined)
  }
  return (
    <>
      {draft.mayMove.map((move) => (
        <Button
          key={move}
          variant={move === 'hand-in' || move === 'publish' ? 'primary' : 'secondary'}
          onPress={() => press(move)}
        >
          {t(labels[move])}
        </Button>
      ))}
      {asked !== null && (
        <ConfirmDialog
          title={t(labels[asked])}
          confirmLabel={t(labels[asked])}
          isOpen
          onOpenChange={(isOpen) => !isOpen && setAsked(null)}
          isPending={commands[asked].isPending}
          onConfirm={(reason) => void run(asked, reason).catch(() => undefined)}
          {...(asks[asked].needsReason && { asksReason: {} })}
        >
          {asked === 'hand-in' && open > 0 && <p>{t(messages.handInOpen, { count: open })}</p>}
          <p>{t(asks[asked].text)}</p>
          {commands[asked].error && <Refused error={commands[asked].error} />}
        </ConfirmDialog>
      )}
      {publishing !== null && (
        <PublishDialog
          draft={draft}
          paragraphs={publishing}
          catalogue={catalogue}
          onClose={() => setPublishing(null)}
        />
      )}
    </>
  )
}

function useMoves(draft: Draft, autosave: MovesProps['autosave'], onDone: () => void) {
  const t = useText()
  const toast = useToast()
  const { id } = draft
  const commands = {
    'hand-in': useCommand(claims.handInDraft, ['work', 'review']),
    'take-back': useCommand(claims.takeBackDraft, ['work', 'review']),
    'send-back': useCommand(claims.sendBackDraft, ['work', 'review']),
    discard: useCommand(claims.discardDraft),
    restore: useCommand(claims.restoreDraft),
    correct: useCommand(claims.correctDraft),
  }
  const run = async (move: keyof typeof commands, reason = '') => {
    if (move === 'hand-in') {
      if (!(await autosave.save())) return onDone()
      await commands['hand-in'].mutateAsync({ id, revision: autosave.revision() })
    } else if (move === 'send-back' || move === 'correct') await commands[move].mutateAsync({ id, reason })
    else await commands[move].mutateAsync({ id })
    onDone()
    toast({
      text: t(messages.done),
      ...(move === 'discard' && { onUndo: () => void run('restore').catch(() => undefined) }),
    })
  }
  return { run, commands }
}
