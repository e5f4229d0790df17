import { purposes } from '#kernel/people/purposes.ts'
import { Button } from '#ui/controls/button.tsx'
import { CheckboxGroup } from '#ui/controls/checkbox-group.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { MyJoining } from '../types.ts'
import { DocumentField } from './document-field.tsx'
import { EmploymentField } from './employment-field.tsx'
import { LetterFields } from './letter-fields.tsx'
import { messages } from './messages.ts'
import { useJoinForm, type JoinFormProps, type JoinFormState } from './use-join-form.ts'

/** Only what joining itself is about; a purpose of another programme is asked for where it is needed. */
const ASKED_HERE = purposes.filter(({ id }) => id === 'sms-notices')

/** Four answers, each with its why. A lost answer is asked for again by the same button, and never sent twice. */
export function JoinForm(props: JoinFormProps) {
  const t = useText()
  const form = useJoinForm(props)
  return (
    <Form onSubmit={form.send} {...form.said}>
      {form.isKept && <p className="membership-small">{t(messages.keptDraft)}</p>}
      <WhoJoins joining={props.joining} form={form} />
      <EmploymentField
        value={form.employment}
        onChange={form.changeEmployment}
        {...(form.lacksEmployment && { error: t(messages.employmentMissing) })}
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
        value={form.consents}
        onChange={form.setConsents}
      />
      <Disclosure title={t(messages.whatIsKept)}>
        <p>{t(messages.whatIsKeptText)}</p>
      </Disclosure>
      <div className="ui-stack">
        <Checkbox
          isSelected={form.isConfirmed}
          onChange={form.setConfirmed}
          isInvalid={form.lacksConfirmation}
        >
          {t(messages.confirm)}
        </Checkbox>
        {form.lacksConfirmation && (
          <p className="membership-wrong" role="alert">
            {t(messages.confirmMissing)}
          </p>
        )}
      </div>
      <Button type="submit" variant="primary" wide isPending={form.isSending}>
        {t(messages.send)}
      </Button>
    </Form>
  )
}

type WhoJoinsProps = { readonly joining: MyJoining; readonly form: JoinFormState }

/** Whose document the platform knows is not asked for it again. */
function WhoJoins({ joining, form }: WhoJoinsProps) {
  const t = useText()
  if (joining.isKnown)
    return (
      <p>
        <b>{t(messages.knownAs, { name: joining.maskedName ?? '' })}</b>
        <br />
        <span className="membership-small">{t(messages.knownWhy)}</span>
      </p>
    )
  return (
    <>
      <TextField
        name="name"
        label={t(messages.name)}
        description={t(messages.nameWhy)}
        autoComplete="name"
        value={form.name}
        onChange={form.changeName}
      />
      <DocumentField kind={form.kind} onKindChange={form.setKind} onTyping={form.forgetRefusal} />
    </>
  )
}
