import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { contests } from '../../../contract.ts'
import type { DeskEntry } from './entry-drawer.tsx'
import { entryMessages as messages } from './messages.ts'

/** Takes an entry out, or back in; or says what stands against it. */
export function Decide({ entry }: { readonly entry: DeskEntry }) {
  const t = useText()
  if (entry.obstacle !== null) return <p className="ui-hint">{t(messages[entry.obstacle])}</p>
  return (
    <Allowed permission="contests.decide">
      {entry.disqualifiedReason === null ? <Disqualify entry={entry} /> : <Reinstate entry={entry} />}
    </Allowed>
  )
}

function Disqualify({ entry: { id, title } }: { readonly entry: DeskEntry }) {
  const t = useText()
  const toast = useToast()
  const [isAsked, setAsked] = useState(false)
  const disqualify = useCommand(contests.disqualifyEntry)
  const confirm = (reason: string) =>
    disqualify.mutate(
      { id, reason },
      {
        onSuccess: () => {
          setAsked(false)
          toast({ text: t(messages.disqualified) })
        },
      },
    )
  return (
    <>
      <span className="ui-row">
        <Button onPress={() => setAsked(true)}>{t(messages.disqualify)}</Button>
      </span>
      <ConfirmDialog
        title={title}
        confirmLabel={t(messages.disqualify)}
        isDanger
        isOpen={isAsked}
        onOpenChange={setAsked}
        onConfirm={confirm}
        isPending={disqualify.isPending}
        asksReason={{ label: t(messages.reason), description: t(messages.reasonHint) }}
      >
        <p>{t(messages.disqualifySure)}</p>
        <p>{t(messages.undoHint)}</p>
        <RefusalNote failure={disqualify.error} />
      </ConfirmDialog>
    </>
  )
}

function Reinstate({ entry: { id, title } }: { readonly entry: DeskEntry }) {
  const t = useText()
  const toast = useToast()
  const [isAsked, setAsked] = useState(false)
  const reinstate = useCommand(contests.reinstateEntry)
  const confirm = (reason: string) =>
    reinstate.mutate(
      { id, reason },
      {
        onSuccess: ({ sheets }) => {
          setAsked(false)
          toast({ text: t(messages.reinstated, { sheets }), icon: 'check' })
        },
      },
    )
  return (
    <>
      <span className="ui-row">
        <Button onPress={() => setAsked(true)}>{t(messages.reinstate)}</Button>
      </span>
      <ConfirmDialog
        title={title}
        confirmLabel={t(messages.reinstate)}
        isOpen={isAsked}
        onOpenChange={setAsked}
        onConfirm={confirm}
        isPending={reinstate.isPending}
        asksReason={{ label: t(messages.reason), description: t(messages.reasonHint) }}
      >
        <p>{t(messages.reinstateSure)}</p>
        <RefusalNote failure={reinstate.error} />
      </ConfirmDialog>
    </>
  )
}
