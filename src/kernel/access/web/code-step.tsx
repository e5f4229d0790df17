import { formRefusal } from '#kernel/organisations/client.ts'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { access } from '../contract.ts'
import { messages } from './messages.ts'
import { useCountdown } from './use-countdown.ts'

type Asked = { readonly phone: string; readonly waitSeconds: number; readonly validMinutes: number }
type Answer = OutputOf<typeof access.verifyCode>

type CodeStepProps = Asked & {
  readonly isLoggedOnly: boolean
  readonly onAskAgain: (asked: Asked) => void
  readonly onOtherPhone: () => void
  readonly onAnswer: (answer: Answer) => void
}

const CODE_DIGITS = 6

/** The phone's keyboard offers the code from the message (`one-time-code`); the sixth digit sends it. */
export function CodeStep({ phone, waitSeconds, validMinutes, ...props }: CodeStepProps) {
  const t = useText()
  const [code, setCode] = useState('')
  const verify = useCommand(access.verifyCode)
  const send = (digits: string) =>
    verify.mutate({ phone, code: digits, device: navigator.userAgent }, { onSuccess: props.onAnswer })
  const type = (text: string) => {
    setCode(text)
    // The refusal was about the old digits.
    if (!verify.isPending) verify.reset()
    if (/^\d{6}$/.test(text.trim()) && !verify.isPending) send(text)
  }
  const refused = verify.data?.step === 'refused' ? { field: 'code', text: verify.data } : undefined
  const refusal = formRefusal(verify.error, t, refused)
  return (
    <Form onSubmit={() => send(code)} {...refusal}>
      <p role="status">{t(messages.codeSent, { phone, minutes: String(validMinutes) })}</p>
      {props.isLoggedOnly && <p className="ui-hint">{t(messages.codeInLog)}</p>}
      <TextField
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={CODE_DIGITS}
        label={t(messages.code)}
        // Said here too, since the summary's focus makes the field drop what the form told it.
        {...(refused && { errorMessage: t(refused.text) })}
        value={code}
        onChange={type}
        autoFocus
      />
      <Button type="submit" variant="primary" wide isPending={verify.isPending}>
        {t(messages.signIn)}
      </Button>
      <AskAgain phone={phone} waitSeconds={waitSeconds} onAskAgain={props.onAskAgain} />
      <Button variant="quiet" wide onPress={props.onOtherPhone}>
        {t(messages.otherPhone)}
      </Button>
    </Form>
  )
}

function AskAgain({
  phone,
  waitSeconds,
  onAskAgain,
}: Pick<CodeStepProps, 'phone' | 'waitSeconds' | 'onAskAgain'>) {
  const t = useText()
  const ask = useCommand(access.requestCode)
  const [left, restart] = useCountdown(waitSeconds)
  const again = () =>
    ask.mutate(
      { phone },
      {
        onSuccess: (answer) => {
          restart()
          onAskAgain({ phone, ...answer })
        },
      },
    )
  return (
    <>
      <Button wide isDisabled={left > 0} isPending={ask.isPending} onPress={again}>
        {left > 0 ? t(messages.resendIn, { seconds: String(left) }) : t(messages.resend)}
      </Button>
      {ask.error && <p role="alert">{t(ask.error.text)}</p>}
    </>
  )
}
