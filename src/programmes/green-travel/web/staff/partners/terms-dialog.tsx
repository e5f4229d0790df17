import { useState } from 'react'
import { formRefusal } from '#kernel/organisations/client.ts'
import { addDays, cityDay } from '#platform/city-time.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { greenTravel } from '../../../contract.ts'
import { partnerMessages as messages } from './messages.ts'
import { termsFields, type TermsField } from './terms-fields.ts'
import type { Terms } from './terms-page.tsx'
import './partners.css'

const tomorrow = () => addDays(cityDay(Date.now()), 1)

type Props = { readonly like: Terms | undefined; readonly onClose: () => void }

/** Begins with what holds now, so that whoever changes one number changes only that. */
export function TermsDialog({ like, onClose }: Props) {
  const t = useText()
  const set = useCommand(greenTravel.setTerms)
  const [fromDay, setFromDay] = useState<string | null>(tomorrow())
  const [values, setValues] = useState(
    () =>
      Object.fromEntries(termsFields.map(({ name, usual }) => [name, like?.[name] ?? usual])) as Record<
        TermsField,
        number
      >,
  )
  const submit = () => set.mutate({ fromDay: fromDay ?? '', ...values }, { onSuccess: onClose })
  return (
    <Dialog title={t(messages.setTerms)} size="large" isOpen onOpenChange={onClose}>
      <Form onSubmit={submit} {...formRefusal(set.error, t)}>
        <DatePicker
          name="fromDay"
          label={t(messages.fromDay)}
          description={t(messages.fromDayHint)}
          value={fromDay}
          onChange={setFromDay}
          min={tomorrow()}
        />
        <div className="green-travel-terms">
          {termsFields.map(({ name, label, unit, min, max }) => (
            <NumberField
              key={name}
              name={name}
              label={t(label)}
              unit={t(unit)}
              value={values[name]}
              onChange={(value) => setValues((before) => ({ ...before, [name]: value }))}
              minValue={min}
              maxValue={max}
            />
          ))}
        </div>
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={set.isPending}>
            {t(messages.setTerms)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
