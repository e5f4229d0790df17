import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '../messages.ts'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import type { StationRecord } from '../types.ts'
import { detailMessages } from './messages.ts'

type KeeperDialogProps = {
  readonly station: StationRecord
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

export function KeeperDialog({ station, isOpen, onOpenChange }: KeeperDialogProps) {
  const t = useText()
  return (
    <Dialog title={t(detailMessages.appoint)} isOpen={isOpen} onOpenChange={onOpenChange} isAlert>
      <KeeperForm code={station.code} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

const PHONE = /^1[3-9]\d{9}$/

function KeeperForm({ code, onDone }: { code: string; onDone: () => void }) {
  const t = useText()
  const toast = useToast()
  const appoint = useCommand(stations.appointKeeper)
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const submit = () => {
    const found = {
      ...(name.trim().length < 2 && { name: t(detailMessages.keeperNameShort) }),
      ...(!PHONE.test(bare(phone)) && { phone: t(detailMessages.phoneWrong) }),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) return
    const onSuccess = () => {
      toast({ text: t(detailMessages.appointed, { name: name.trim() }), icon: 'user' })
      onDone()
    }
    appoint.mutate({ code, name: name.trim(), phone: bare(phone) }, { onSuccess })
  }
  return (
    <Form onSubmit={submit} errors={errors}>
      <p>{t(detailMessages.appointWhat)}</p>
      <TextField name="name" label={t(detailMessages.keeperName)} value={name} onChange={setName} autoFocus />
      <TextField
        name="phone"
        label={t(detailMessages.keeperPhone)}
        inputMode="tel"
        value={phone}
        onChange={setPhone}
      />
      <RefusalNote failure={appoint.error} />
      <div className="ui-dialog-actions">
        <Button onPress={onDone}>{t(messages.cancel)}</Button>
        <Button type="submit" variant="primary" isPending={appoint.isPending}>
          {t(detailMessages.appoint)}
        </Button>
      </div>
    </Form>
  )
}

/** Numbers are pasted with spaces, dashes and +86. */
const bare = (phone: string) => phone.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')
