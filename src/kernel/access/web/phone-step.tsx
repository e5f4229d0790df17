import { formRefusal } from '#kernel/organisations/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { access } from '../contract.ts'
import { messages } from './messages.ts'

type PhoneStepProps = {
  readonly onAsked: (asked: { phone: string; waitSeconds: number; validMinutes: number }) => void
}

export function PhoneStep({ onAsked }: PhoneStepProps) {
  const t = useText()
  const ask = useCommand(access.requestCode)
  const refusal = formRefusal(ask.error, t)
  const submit = (data: FormData) => {
    const phone = String(data.get('phone'))
    ask.mutate({ phone }, { onSuccess: (answer) => onAsked({ phone, ...answer }) })
  }
  return (
    <Form onSubmit={submit} {...refusal}>
      <TextField
        name="phone"
        type="tel"
        inputMode="numeric"
        autoComplete="tel-national"
        label={t(messages.phone)}
        description={t(messages.phoneHint)}
        // Gone while typing and not on leaving the field: the button would move away under the finger.
        onChange={() => ask.error && ask.reset()}
        autoFocus
      />
      <Button type="submit" variant="primary" wide isPending={ask.isPending}>
        {t(messages.getCode)}
      </Button>
    </Form>
  )
}
