import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { greenTravel } from '../../../contract.ts'
import { messages } from './messages.ts'

type GrantDialogProps = { budget: number; isOpen: boolean; onClose: () => void }

export function GrantDialog({ budget, isOpen, onClose }: GrantDialogProps) {
  const t = useText()
  return (
    <Dialog title={t(messages.grant)} isOpen={isOpen} onOpenChange={(stays) => !stays && onClose()}>
      <GrantForm budget={budget} onClose={onClose} />
    </Dialog>
  )
}

/** Yuan as people write them become whole fen, or are refused: no amount is rounded. */
export function fenOf(text: string): number | undefined {
  const [, sign, yuan, cents = ''] =
    /^([-−]?)(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text.replace(/[,，\s]/g, '')) ?? []
  if (yuan === undefined) return undefined
  const fen = Number(yuan) * 100 + Number(cents.padEnd(2, '0'))
  return fen === 0 ? undefined : sign === '' ? fen : -fen
}

function GrantForm({ budget, onClose }: { budget: number; onClose: () => void }) {
  const t = useText()
  const grant = useCommand(greenTravel.appropriate)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const submit = (data: FormData) => {
    const text = (name: string) => String(data.get(name) ?? '').trim()
    const amountFen = fenOf(text('amount'))
    if (amountFen === undefined) return setErrors({ amount: t(messages.amountWrong) })
    setErrors({})
    grant.mutate(
      { budget, amountFen, document: text('document'), reason: text('reason') },
      { onSuccess: onClose },
    )
  }
  const refused = Object.fromEntries(
    (grant.error?.problems ?? []).map(({ field, reason }) => [field, t(reason)]),
  )
  return (
    <Form
      onSubmit={submit}
      errors={{ ...refused, ...errors }}
      {...(grant.error && Object.keys(refused).length === 0 && { formError: t(grant.error.text) })}
    >
      <TextField
        name="amount"
        label={t(messages.amount)}
        description={t(messages.amountHint)}
        inputMode="decimal"
        suffix="元"
        autoFocus
      />
      <TextField name="document" label={t(messages.document)} description={t(messages.documentHint)} />
      <TextArea name="reason" label={t(messages.reason)} rows={2} />
      <div className="ui-dialog-actions">
        <Button onPress={onClose}>{t(messages.cancel)}</Button>
        <Button type="submit" variant="primary" isPending={grant.isPending}>
          {t(messages.confirm)}
        </Button>
      </div>
    </Form>
  )
}
