import { useState } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { activities } from '../../contract.ts'
import { messages } from '../messages.ts'
import type { Activity } from './activity-page.tsx'
import { WhoAreYou } from './who-are-you.tsx'

/**
 * The one action: sign up, wait for a seat, or withdraw; nothing where nothing can be done. Both commands live here and
 * not in the buttons, because the button that was pressed is gone when the answer comes.
 */
export function SignUpFooter({ activity }: { activity: Activity }) {
  const t = useText()
  const toast = useToast()
  const me = useMe().data
  const signUp = useCommand(activities.signUp)
  const withdraw = useCommand(activities.withdrawSignUp)
  const { id, mine, phase, seatsLeft } = activity
  const stands = mine !== null && mine.standing !== 'withdrawn'
  const isBefore = phase === 'announced' || phase === 'open' || phase === 'closed'
  const refused = signUp.error ?? withdraw.error
  const alert = refused && <p role="alert">{t(refused.text)}</p>
  const enter = () =>
    signUp.mutate(
      { id },
      {
        onSuccess: ({ standing, position }) =>
          toast({
            text:
              standing === 'seated'
                ? t(messages.signedUpDone)
                : t(messages.waitingDone, { position: position ?? 0 }),
          }),
      },
    )
  const leave = () => withdraw.mutate({ id }, { onSuccess: () => toast({ text: t(messages.withdrawDone) }) })
  if (stands && isBefore && mine.checkedInAt === null)
    return (
      <>
        {alert}
        <Withdraw isWaiting={mine.standing === 'waiting'} isPending={withdraw.isPending} onConfirm={leave} />
      </>
    )
  if (stands || !takesSignUps(activity) || me === undefined) return alert
  if (!me.signedIn || me.person === null)
    return <WhoAreYou returnTo={`/activities/${id}`} isSignedIn={me.signedIn} />
  return (
    <>
      {alert}
      <Button variant="primary" icon="check" wide isPending={signUp.isPending} onPress={enter}>
        {t(seatsLeft === 0 ? messages.doWait : messages.doSignUp)}
      </Button>
    </>
  )
}

const takesSignUps = ({ phase, signUpUntil }: Activity) =>
  phase === 'open' || (phase === 'under-way' && Date.now() < Date.parse(signUpUntil))

type WithdrawProps = {
  readonly isWaiting: boolean
  readonly isPending: boolean
  readonly onConfirm: () => void
}

function Withdraw({ isWaiting, isPending, onConfirm }: WithdrawProps) {
  const t = useText()
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <Button wide onPress={() => setAsked(true)}>
        {t(messages.withdraw)}
      </Button>
      <ConfirmDialog
        title={t(messages.withdrawTitle)}
        confirmLabel={t(messages.withdraw)}
        isOpen={isAsked}
        onOpenChange={setAsked}
        isPending={isPending}
        onConfirm={onConfirm}
      >
        {t(isWaiting ? messages.withdrawWait : messages.withdrawSeat)}
      </ConfirmDialog>
    </>
  )
}
