import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { activities } from '../../contract.ts'
import { takesCheckIns } from '../../rules/phase.ts'
import type { Activity } from '../member/activity-page.tsx'
import { staffMessages as messages } from '../staff-messages.ts'
import type { SignUp } from './sign-ups-table.tsx'

type DoorProps = { readonly activity: Activity; readonly signUp: SignUp }

/**
 * Ticks one person off, or takes that back with a reason; a slip is undone from the notice. Both commands live here and
 * not in the buttons, because the button that was pressed is gone when the answer comes.
 */
export function Door({ activity, signUp: { person, name, standing, checkedInAt } }: DoorProps) {
  const t = useText()
  const toast = useToast()
  const tick = useCommand(activities.checkInAtDesk)
  const takeBack = useCommand(activities.takeBackCheckIn)
  const undo = (reason: string) =>
    takeBack
      .mutateAsync({ id: activity.id, person, reason })
      .then(() => toast({ text: t(messages.takenBack) }))
  const press = () =>
    tick.mutate(
      { id: activity.id, person },
      {
        onSuccess: () =>
          toast({
            text: t(messages.ticked, { name }),
            onUndo: () => void undo(t(messages.undoReason)),
          }),
        onError: (failure) => toast({ text: t(failure.text) }),
      },
    )
  return (
    <Allowed permission="activities.run">
      {checkedInAt !== null ? (
        <TakeBack name={name} isPending={takeBack.isPending} onConfirm={undo} />
      ) : (
        standing !== 'withdrawn' &&
        isOpen(activity) && (
          <Button icon="check" isPending={tick.isPending} onPress={press}>
            {t(messages.tick)}
          </Button>
        )
      )}
    </Allowed>
  )
}

const isOpen = ({ startsAt, endsAt, signUpFrom, signUpUntil, cancelReason }: Activity) =>
  cancelReason === null &&
  takesCheckIns(
    {
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      signUpFrom: new Date(signUpFrom),
      signUpUntil: new Date(signUpUntil),
      cancelledAt: null,
    },
    new Date(),
  )

type TakeBackProps = {
  readonly name: string
  readonly isPending: boolean
  readonly onConfirm: (reason: string) => Promise<void>
}

function TakeBack({ name, isPending, onConfirm }: TakeBackProps) {
  const t = useText()
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <Button variant="quiet" onPress={() => setAsked(true)}>
        {t(messages.takeBack)}
      </Button>
      <ConfirmDialog
        title={t(messages.takeBackTitle, { name })}
        confirmLabel={t(messages.takeBack)}
        isOpen={isAsked}
        onOpenChange={setAsked}
        isPending={isPending}
        asksReason={{}}
        onConfirm={(reason) => void onConfirm(reason)}
      >
        <p>{t(messages.takeBackText)}</p>
      </ConfirmDialog>
    </>
  )
}
