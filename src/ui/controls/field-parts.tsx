import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { useFormErrors } from '#ui/form/form-errors.ts'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { Icon } from '#ui/pictures/icon.tsx'

/** What every field has around its control. */
export type FieldProps = {
  label: string
  /** Help that stays visible; there are no placeholders that vanish while typing. */
  description?: string
  /** What is wrong and what to do, in one sentence. Errors of the form around it arrive by `name`. */
  errorMessage?: string
  /** Says so beside the label; fields are required unless they say otherwise. */
  isOptional?: boolean
}

/** Label, help and error, in the order they are read, then the control. */
export function FieldParts({
  label,
  description,
  errorMessage,
  isOptional,
  children,
}: FieldProps & { children: ReactNode }) {
  const t = useText()
  return (
    <>
      <Label className="ui-label">
        {label}
        {isOptional && <span className="ui-optional">{t(messages.optional)}</span>}
      </Label>
      {description && (
        <Text slot="description" className="ui-hint">
          {description}
        </Text>
      )}
      <InlineError {...(errorMessage && { errorMessage })} />
      {children}
    </>
  )
}

/** Shows only while the field around it is invalid. */
function InlineError({ errorMessage }: { errorMessage?: string }) {
  const t = useText()
  return (
    <FieldError className="ui-field-error">
      {({ validationErrors }) => (
        <>
          <Icon name="warning" />
          <span>
            <span className="ui-hidden">{t(messages.errorPrefix)}</span>
            {errorMessage ?? validationErrors.join(' ')}
          </span>
        </>
      )}
    </FieldError>
  )
}

/**
 * Takes our own props out, so that the rest can go to the component library as they are. An error of the form
 * around it stays until the form is sent again: one that vanished on leaving the field would move the page
 * under the finger that is about to press the button.
 */
export function useFieldProps<P extends FieldProps & { name?: string }>(props: P) {
  const { label, description, isOptional, errorMessage: own, ...rest } = props
  const formErrors = useFormErrors()
  const errorMessage = own ?? (props.name === undefined ? undefined : formErrors[props.name])
  const parts: FieldProps = {
    label,
    ...(description !== undefined && { description }),
    ...(errorMessage !== undefined && { errorMessage }),
    ...(isOptional !== undefined && { isOptional }),
  }
  const validity = errorMessage === undefined ? {} : { isInvalid: true }
  return { parts, rest: { ...rest, ...validity, className: 'ui-field' } }
}
