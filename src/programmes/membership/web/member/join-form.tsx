import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { purposes, type PurposeId } from '#kernel/people/purposes.ts'
import { Button } from '#ui/controls/button.tsx'
import { CheckboxGroup } from '#ui/controls/checkbox-group.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { Employment } from '../../rules/employment.ts'
import { membership } from '../../contract.ts'
import { dropDraft, keepDraft, readDraft } from './device/draft.ts'
import { DocumentField, type DocumentKind } from './document-field.tsx'
import { EmploymentField } from './employment-field.tsx'
import { LetterFields, letterIn } from './letter-fields.tsx'
import { messages } from './messages.ts'
import type { MyJoining, Place } from '../types.ts'

type JoinFormProps = {
  readonly place: Place
  readonly joining: MyJoining
  readonly code?: string
  readonly onSent: () => void
}

/** Only what joining itself is about; a purpose of another programme is asked for where it is needed. */
const ASKED_HERE = purposes.filter(({ id }) => id === 'sms-notices')

/** Four answers, each with its why. A lost answer is asked for again by the same button, and never sent twice. */
export function JoinForm({ place, joining, code, onSent }: JoinFormProps) {
  const t = useText()
  const [kept] = useState(readDraft)
  const [name, setName] = useState(kept?.name ?? '')
  const [employment, setEmployment] = useState<Employment | ''>(kept?.employment ?? '')
  const [kind, setKind] = useState<DocumentKind>('resident-id')
  const [isConfirmed, setConfirmed] = useState(false)
  const [consents, setConsents] = useState<string[]>([])
  const [isTried, setTried] = useState(false)
  const apply = useCommand(membership.applyToJoin, ['review', 'notifications'])
  const change = (next: { name?: string; employment?: Employment }) => {
    keepDraft({ name: next.name ?? name, employment: next.employment ?? employment })
    if (apply.error !== null) apply.reset()
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
  const said = isOffline ? { errors: {}, formError: t(messages.offlineKept) } : formRefusal(apply.error, t)
  return (
    <Form onSubmit={send} {...said}>
      {kept !== undefined && name !== '' && <p className="membership-small">{t(messages.keptDraft)}</p>}
      {joining.isKnown ? (
        <p>
          <b>{t(messages.knownAs, { name: joining.maskedName ?? '' })}</b>
          <br />
          <span className="membership-small">{t(messages.knownWhy)}</span>
        </p>
      ) : (
        <>
          <TextField
            name="name"
            label={t(messages.name)}
            description={t(messages.nameWhy)}
            autoComplete="name"
            value={name}
            onChange={(text) => {
              setName(text)
              change({ name: text })
            }}
          />
          <DocumentField kind={kind} onKindChange={setKind} onTyping={() => apply.error && apply.reset()} />
        </>
      )}
      <EmploymentField
        value={employment}
        onChange={(chosen) => {
          setEmployment(chosen)
          change({ employment: chosen })
        }}
        {...(isTried && employment === '' && { error: t(messages.employmentMissing) })}
      />
      <LetterFields />
      <p className="membership-small">{t(messages.phoneWhy)}</p>
      <CheckboxGroup
        label={t(messages.consents)}
        description={t(messages.consentsLater)}
        options={ASKED_HERE.map(({ id, title, wording }) => ({
          id,
          label: t(title),
          description: t(wording),
        }))}
        value={consents}
        onChange={setConsents}
      />
      <Disclosure title={t(messages.whatIsKept)}>
        <p>{t(messages.whatIsKeptText)}</p>
      </Disclosure>
      <div className="ui-stack">
        <Checkbox isSelected={isConfirmed} onChange={setConfirmed} isInvalid={isTried && !isConfirmed}>
          {t(messages.confirm)}
        </Checkbox>
        {isTried && !isConfirmed && (
          <p className="membership-wrong" role="alert">
            {t(messages.confirmMissing)}
          </p>
        )}
      </div>
      <Button type="submit" variant="primary" wide isPending={apply.isPending}>
        {t(messages.send)}
      </Button>
    </Form>
  )
}
