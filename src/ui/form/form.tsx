import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import { Form as AriaForm } from 'react-aria-components/Form'
import { ErrorSummary } from './error-summary.tsx'
import type { FieldErrors } from './field-errors.ts'
import { FormErrorsContext } from './form-errors.ts'

export type FormProps = {
  /** Called with what the fields hold; sending is the caller's. */
  onSubmit: (data: FormData) => void
  errors?: FieldErrors
  /** A refusal that belongs to no field. */
  formError?: string
  children: ReactNode
}

/**
 * A form that never blocks a submit by itself: what is wrong is said beside the field and in a summary
 * that links to it, and the summary takes the focus, so that nobody has to search.
 */
export function Form({ onSubmit, errors = noErrors, formError, children }: FormProps) {
  const summary = useRef<HTMLDivElement>(null)
  const isRefused = formError !== undefined || Object.keys(errors).length > 0
  // By what is said and not by which object says it: a caller draws anew at every key that is typed.
  const said = JSON.stringify([formError, errors])
  useEffect(() => {
    if (isRefused) summary.current?.focus()
  }, [said, isRefused])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit(new FormData(event.currentTarget))
  }
  return (
    <FormErrorsContext value={errors}>
      <AriaForm className="ui-form" validationBehavior="aria" onSubmit={submit}>
        {isRefused && <ErrorSummary ref={summary} errors={errors} {...(formError && { formError })} />}
        {children}
      </AriaForm>
    </FormErrorsContext>
  )
}

const noErrors: FieldErrors = {}
