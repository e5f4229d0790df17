import type { Failure } from '#platform/failures.ts'
import type { FieldErrors } from '#ui/form/field-errors.ts'
import type { Translate } from '#ui/i18n/language.tsx'

type FormRefusal = { readonly errors?: FieldErrors; readonly formError?: string }

/** A server's refusal as a form shows it: beside the fields that it names, or above them where it names none. */
export function formRefusal(failure: Failure | null, t: Translate): FormRefusal {
  if (failure === null) return {}
  if (failure.problems.length === 0) return { formError: t(failure.text) }
  return { errors: Object.fromEntries(failure.problems.map(({ field, reason }) => [field, t(reason)])) }
}
