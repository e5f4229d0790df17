import type { ReactNode } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import type { FieldErrors } from '#ui/form/field-errors.ts'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '../messages.ts'
import { BasicsFields } from './basics-fields.tsx'
import { ExceptionsEditor } from './exceptions-editor.tsx'
import { FacilitiesFields } from './facilities-fields.tsx'
import { HoursField } from './hours-field.tsx'
import { LocationField } from './location-field.tsx'
import { formMessages } from './messages.ts'
import type { StationValues } from './station-values.ts'

export type SetValues = (changed: Partial<StationValues>) => void

type StationFormProps = {
  readonly values: StationValues
  readonly onChange: SetValues
  readonly onSubmit: () => void
  readonly isPending: boolean
  readonly errors: FieldErrors
  readonly formError: string | undefined
  readonly backHref: string
  /** The organisation of a new station, the reason of a change. */
  readonly before?: ReactNode
  readonly after?: ReactNode
}

/** Everything an officer writes about a station, in four parts. */
export function StationForm(props: StationFormProps) {
  const t = useText()
  const fields = { values: props.values, onChange: props.onChange }
  return (
    <div className="stations-form">
      <Form
        onSubmit={props.onSubmit}
        errors={props.errors}
        {...(props.formError && { formError: props.formError })}
      >
        <Card title={t(formMessages.basics)}>
          {props.before}
          <BasicsFields {...fields} />
        </Card>
        <Card title={t(formMessages.place)}>
          <LocationField {...fields} />
        </Card>
        <Card title={t(formMessages.hoursPart)}>
          <HoursField {...fields} />
          <ExceptionsEditor {...fields} error={props.errors['exceptions']} />
        </Card>
        <Card title={t(formMessages.equipment)}>
          <FacilitiesFields {...fields} />
        </Card>
        <div className="stations-form-end">
          {props.after}
          <div className="ui-row">
            <Button type="submit" variant="primary" isPending={props.isPending}>
              {t(messages.save)}
            </Button>
            <LinkButton variant="quiet" href={props.backHref}>
              {t(messages.cancel)}
            </LinkButton>
          </div>
        </div>
      </Form>
    </div>
  )
}
