import type { MouseEvent, Ref } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { Icon } from '#ui/pictures/icon.tsx'
import type { FieldErrors } from './field-errors.ts'
import { focusField } from './focus-field.ts'

type ErrorSummaryProps = { errors: FieldErrors; formError?: string; ref?: Ref<HTMLDivElement> }

/** Stands above the fields, in the manner of GOV.UK: how many things, which, and a way to each. */
export function ErrorSummary({ errors, formError, ref }: ErrorSummaryProps) {
  const t = useText()
  const entries = Object.entries(errors)
  const count = entries.length + (formError === undefined ? 0 : 1)
  const go = (event: MouseEvent<HTMLAnchorElement>, name: string) => {
    event.preventDefault()
    focusField(event.currentTarget.closest('form'), name)
  }
  return (
    <div ref={ref} className="ui-error-summary" role="alert" tabIndex={-1}>
      <h2>
        <Icon name="warning" />
        {t(messages.errorSummary, { count })}
      </h2>
      <ul>
        {formError && <li>{formError}</li>}
        {entries.map(([name, message]) => (
          <li key={name}>
            <a href={`#${name}`} onClick={(event) => go(event, name)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
