import { useLayoutEffect, useState, type MouseEvent, type RefObject } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { Icon } from '#ui/pictures/icon.tsx'
import type { FieldErrors } from './field-errors.ts'
import { focusField, inPageOrder } from './focus-field.ts'

type ErrorSummaryProps = { errors: FieldErrors; formError?: string; ref: RefObject<HTMLDivElement | null> }

/** Stands above the fields, in the manner of GOV.UK: how many things, which, and a way to each. */
export function ErrorSummary({ errors, formError, ref }: ErrorSummaryProps) {
  const t = useText()
  const names = useInPageOrder(ref, Object.keys(errors))
  const count = names.length + (formError === undefined ? 0 : 1)
  const go = (event: MouseEvent<HTMLAnchorElement>, name: string) => {
    event.preventDefault()
    focusField(event.currentTarget.closest('form'), name)
  }
  return (
    <div ref={ref} className="ui-error-summary" role="alert" tabIndex={-1}>
      <h2>
        <Icon name="warning" />
        {names.length === 0 ? t(messages.refusedSummary) : t(messages.errorSummary, { count })}
      </h2>
      <ul>
        {formError && <li>{formError}</li>}
        {names.map((name) => (
          <li key={name}>
            <a href={`#${name}`} onClick={(event) => go(event, name)}>
              {errors[name]?.replace(/[。.]$/, '')}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Checks come in whatever order; a person goes down the page. Where the fields are is known once they stand. */
function useInPageOrder(ref: RefObject<HTMLDivElement | null>, names: string[]): string[] {
  const key = names.join('\n')
  const [ordered, setOrdered] = useState({ key: '', names: [] as string[] })
  useLayoutEffect(() => {
    const form = ref.current?.closest('form') ?? null
    // oxlint-disable-next-line react/set-state-in-effect
    setOrdered({ key, names: inPageOrder(form, key === '' ? [] : key.split('\n')) })
  }, [ref, key])
  return ordered.key === key ? ordered.names : names
}
