import { useCommand } from '#platform/client/hooks.ts'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { review } from '../contract.ts'
import type { NoticeDraft } from '../shapes.ts'
import type { AllowedMove } from './case-moves.tsx'
import { messages } from './messages.ts'
import { NoticeFields, readNotice } from './notice-fields.tsx'
import { touchedBy, type Case } from './use-case.ts'

type MoveDialogProps = { one: Case; move: AllowedMove; onClose: () => void }

/** Asks for what a move needs, says what will follow, and makes it from the action that the page shows. */
export function MoveDialog({ one, move, onClose }: MoveDialogProps) {
  const t = useText()
  const toast = useToast()
  const act = useCommand(review.act, touchedBy(one))
  const submit = (data: FormData) =>
    act.mutate(
      { id: one.id, seq: one.seq, move: move.id, ...said(data, move) },
      {
        onSuccess: () => {
          toast({ text: t(messages.done, { move: t(move.title) }) })
          onClose()
        },
      },
    )
  return (
    <Dialog title={t(move.title)} isAlert isOpen onOpenChange={onClose}>
      <Consequences move={move} />
      <Form onSubmit={submit} {...formRefusal(act.error, t)}>
        <MoveFields one={one} move={move} />
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.cancel)}</Button>
          <Button
            type="submit"
            variant={move.outcome === 'refused' ? 'danger' : 'primary'}
            isPending={act.isPending}
          >
            {t(move.title)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

function Consequences({ move }: { move: AllowedMove }) {
  const t = useText()
  const end = move.outcome === null ? '' : t(messages.isFinal)
  return (
    <p>
      {t(messages.leadsTo, { state: t(move.toTitle) })} {end}{' '}
      {move.opensNotice !== null && t(messages.opensNotice, { days: move.opensNotice.workingDays })}
    </p>
  )
}

function MoveFields({ one, move }: { one: Case; move: AllowedMove }) {
  const t = useText()
  return (
    <>
      {move.grounds !== null && (
        <RadioGroup
          name="ground"
          label={t(messages.ground)}
          options={move.grounds.map(({ id, title }) => ({ id, label: t(title) }))}
        />
      )}
      {writesNotice(move) && <NoticeFields />}
      <TextArea
        name="reason"
        label={t(messages.reason)}
        {...(!one.isMine && { description: t(messages.reasonSeen) })}
        {...(!move.needsReason && { isOptional: true })}
        rows={3}
      />
      {!one.isMine && (
        <TextArea
          name="note"
          label={t(messages.note)}
          description={t(messages.noteSeen)}
          isOptional
          rows={2}
        />
      )}
    </>
  )
}

const writesNotice = ({ opensNotice }: AllowedMove) => opensNotice !== null && !opensNotice.isDrafted

type Said = { reason?: string; note?: string; ground?: string; notice?: NoticeDraft }

function said(data: FormData, move: AllowedMove): Said {
  const texts = Object.fromEntries(
    ['reason', 'note', 'ground'].flatMap((name) => {
      const text = formText(data, name)
      return text === '' ? [] : [[name, text]]
    }),
  )
  return writesNotice(move) ? { ...texts, notice: readNotice(data) } : texts
}
