import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { stations } from '../../../contract.ts'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { handoverMessages as messages } from './messages.ts'

type HandoverFormProps = { readonly code: string; readonly byOfficer?: boolean }

/** The keeper, or an officer, names who is to keep the station from now on. */
export function HandoverForm({ code, byOfficer = false }: HandoverFormProps) {
  const t = useText()
  const toast = useToast()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const offer = useCommand(stations.offerHandover, ['work'])
  const isGood = name.trim().length >= 2 && /^1\d{10}$/.test(phone.trim())
  const send = () =>
    offer.mutate(
      { code, name: name.trim(), phone: phone.trim() },
      {
        onSuccess: () => {
          toast({ text: t(messages.offered) })
          setName('')
          setPhone('')
        },
      },
    )
  return (
    <div className="ui-stack">
      <p>{t(byOfficer ? messages.whatByOfficer : messages.what)}</p>
      <TextField label={t(messages.name)} value={name} onChange={setName} />
      <TextField label={t(messages.phone)} inputMode="tel" value={phone} onChange={setPhone} />
      {!isGood && (name !== '' || phone !== '') && <p className="ui-hint">{t(messages.wrong)}</p>}
      <RefusalNote failure={offer.error} />
      <Button variant="primary" wide isDisabled={!isGood} isPending={offer.isPending} onPress={send}>
        {t(messages.offer)}
      </Button>
    </div>
  )
}
