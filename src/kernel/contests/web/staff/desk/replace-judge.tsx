import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { contests } from '../../../contract.ts'
import type { Judge } from '../../types.ts'
import { staffMessages as messages } from '../messages.ts'

/** A judge drops out: what they handed in stands, the rest goes to others. */
export function ReplaceJudge({ judge }: { readonly judge: Pick<Judge, 'id' | 'name'> }) {
  const t = useText()
  const toast = useToast()
  const [isAsked, setAsked] = useState(false)
  const replace = useCommand(contests.replaceJudge)
  const confirm = (reason: string) =>
    replace.mutate(
      { judgeId: judge.id, reason },
      {
        onSuccess: (moved) => {
          setAsked(false)
          toast({ text: t(messages.replaced, moved), icon: 'users' })
        },
      },
    )
  return (
    <Allowed permission="contests.run">
      <Button variant="quiet" onPress={() => setAsked(true)}>
        {t(messages.replace)}
      </Button>
      <ConfirmDialog
        title={judge.name}
        confirmLabel={t(messages.replace)}
        isOpen={isAsked}
        onOpenChange={setAsked}
        onConfirm={confirm}
        isPending={replace.isPending}
        asksReason={{ label: t(messages.replaceReason) }}
      >
        <p>{t(messages.replaceSure, { name: judge.name })}</p>
        <RefusalNote failure={replace.error} />
      </ConfirmDialog>
    </Allowed>
  )
}
