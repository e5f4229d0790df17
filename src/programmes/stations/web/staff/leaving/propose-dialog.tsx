import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { isReason } from '../reason.ts'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { leavingMessages as messages } from './messages.ts'

type ProposeDialogProps = { readonly code: string; readonly isOpen: boolean; readonly onClose: () => void }

/** The keeper or an officer says that a station cannot go on; used on both faces. */
export function ProposeDialog(props: ProposeDialogProps) {
  const t = useText()
  return (
    <Dialog title={t(messages.propose)} isOpen={props.isOpen} onOpenChange={props.onClose}>
      <ProposeForm {...props} />
    </Dialog>
  )
}

function ProposeForm({ code, onClose }: ProposeDialogProps) {
  const t = useText()
  const toast = useToast()
  const [mergedInto, setMergedInto] = useState('')
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const propose = useCommand(stations.proposeLeaving, ['review', 'work'])
  const submit = () => {
    if (!isReason(reason)) return setErrors({ reason: t(messages.reasonShort) })
    setErrors({})
    const onSuccess = () => {
      toast({ text: t(messages.sent) })
      onClose()
    }
    const other = mergedInto.trim()
    propose.mutate({ code, mergedInto: other === '' ? null : other, reason: reason.trim() }, { onSuccess })
  }
  return (
    <Form onSubmit={submit} errors={errors}>
      <p>{t(messages.proposeWhat)}</p>
      <TextField
        name="mergedInto"
        label={t(messages.mergedInto)}
        description={t(messages.mergedHint)}
        value={mergedInto}
        onChange={setMergedInto}
        isOptional
      />
      <TextArea name="reason" label={t(messages.reason)} value={reason} onChange={setReason} rows={3} />
      <RefusalNote failure={propose.error} />
      <div className="ui-dialog-actions">
        <Button onPress={onClose}>{t(messages.cancel)}</Button>
        <Button type="submit" variant="primary" isPending={propose.isPending}>
          {t(messages.send)}
        </Button>
      </div>
    </Form>
  )
}
