import { useState } from 'react'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import type { PurposeId } from '#kernel/people/purposes.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../../contract.ts'
import type { Employment } from '../../rules/employment.ts'
import type { MyJoining, Place } from '../types.ts'
import { dropDraft, keepDraft, readDraft } from './device/draft.ts'
import type { DocumentKind } from './document-field.tsx'
import { letterIn } from './letter-fields.tsx'
import { messages } from './messages.ts'

export type JoinFormProps = {
  readonly place: Place
  readonly joining: MyJoining
  readonly code?: string
  readonly onSent: () => void
}

/** What is typed, of which the device keeps what is no document; and the sending. */
export function useJoinForm({ place, joining, code, onSent }: JoinFormProps) {
  const t = useText()
  const [kept] = useState(readDraft)
  const [name, setName] = useState(kept?.name ?? '')
  const [employment, setEmployment] = useState<Employment | ''>(kept?.employment ?? '')
  const [kind, setKind] = useState<DocumentKind>('resident-id')
  const [isConfirmed, setConfirmed] = useState(false)
  const [consents, setConsents] = useState<string[]>([])
  const [isTried, setTried] = useState(false)
  const apply = useCommand(membership.applyToJoin, ['review', 'notifications'])
  const forgetRefusal = () => {
    if (apply.error !== null) apply.reset()
  }
  const keep = (next: { name?: string; employment?: Employment }) => {
    keepDraft({ name: next.name ?? name, employment: next.employment ?? employment })
    forgetRefusal()
  }
  const send = (data: FormData) => {
    setTried(true)
    if (!isConfirmed || employment === '') return
    apply.mutate(
      {
        organisationId: place.organisationId,
        ...(code !== undefined && { code }),
        ...(!joining.isKnown && {
          name: formText(data, 'name'),
          documentKind: kind,
          documentNumber: formText(data, 'documentNumber'),
        }),
        employment,
        ...letterIn(data),
        consents: consents as PurposeId[],
        confirmed: true,
      },
      {
        onSuccess: () => {
          dropDraft()
          onSent()
        },
      },
    )
  }
  const isOffline = apply.error?.code === 'offline'
  return {
    ...{
      name,
      employment,
      kind,
      setKind,
      isConfirmed,
      setConfirmed,
      consents,
      setConsents,
      forgetRefusal,
      send,
    },
    changeName: (text: string) => {
      setName(text)
      keep({ name: text })
    },
    changeEmployment: (chosen: Employment) => {
      setEmployment(chosen)
      keep({ employment: chosen })
    },
    isKept: kept !== undefined && name !== '',
    isSending: apply.isPending,
    lacksEmployment: isTried && employment === '',
    lacksConfirmation: isTried && !isConfirmed,
    said: isOffline ? { errors: {}, formError: t(messages.offlineKept) } : formRefusal(apply.error, t),
  }
}

export type JoinFormState = ReturnType<typeof useJoinForm>
