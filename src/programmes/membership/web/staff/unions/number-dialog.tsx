import { useState, type ReactNode } from 'react'
import { formRefusal } from '#kernel/organisations/client.ts'
import type { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'

type NumberDialogProps = {
  readonly title: string
  /** What follows from it. */
  readonly children: ReactNode
  readonly suggestedNumber: string
  readonly isPending: boolean
  readonly failure: Failure | null
  readonly onConfirm: (documentNumber: string) => void
  readonly onClose: () => void
}

/** A decision that goes out as a paper: its number is suggested, and what follows is said before. */
export function NumberDialog(props: NumberDialogProps) {
  const t = useText()
  const [number, setNumber] = useState(props.suggestedNumber)
  return (
    <Dialog title={props.title} isAlert isOpen onOpenChange={props.onClose}>
      <Form onSubmit={() => props.onConfirm(number.trim())} {...formRefusal(props.failure, t)}>
        <p>{props.children}</p>
        <TextField
          name="documentNumber"
          label={t(messages.documentNumber)}
          description={t(messages.documentNumberHint)}
          value={number}
          onChange={setNumber}
        />
        <div className="ui-dialog-actions">
          <Button onPress={props.onClose}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={props.isPending}>
            {props.title}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
