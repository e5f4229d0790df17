import { useState, type ReactNode } from 'react'
import { formRefusal } from '#kernel/organisations/client.ts'
import type { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'

type AskDialogProps = {
  readonly title: string
  /** What follows. */
  readonly children: ReactNode
  /** One line that the command needs. */
  readonly asks?: { readonly name: string; readonly label: string }
  readonly command: { readonly isPending: boolean; readonly error: Failure | null }
  readonly onConfirm: (said: string) => void
  readonly onClose: () => void
}

/** A last question before money moves, with the one line that it needs. */
export function AskDialog({ title, children, asks, command, onConfirm, onClose }: AskDialogProps) {
  const t = useText()
  const [said, setSaid] = useState('')
  return (
    <Dialog title={title} isAlert isOpen onOpenChange={onClose}>
      <Form onSubmit={() => onConfirm(said.trim())} {...formRefusal(command.error, t)}>
        <p>{children}</p>
        {asks && <TextField name={asks.name} label={asks.label} value={said} onChange={setSaid} />}
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={command.isPending}>
            {title}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
