import type { Failure } from '#platform/failures.ts'
import type { FieldErrors } from '#ui/form/field-errors.ts'
import type { Translate } from '#ui/i18n/language.tsx'
import type { Text } from '#ui/i18n/text.ts'

type FormRefusal = { readonly errors?: FieldErrors; readonly formError?: string }
type Said = { readonly field: string; readonly text: Text }

/**
 * A server's refusal as a form shows it: beside the fields that it names, or above them where it names none. An answer
 * that is no failure may say something of one field as well.
 */
export function formRefusal(failure: Failure | null, t: Translate, said?: Said): FormRefusal {
  if (said !== undefined) return { errors: { [said.field]: t(said.text) } }
  if (failure === null) return {}
  if (failure.problems.length === 0) return { formError: t(failure.text) }
  return { errors: Object.fromEntries(failure.problems.map(({ field, reason }) => [field, t(reason)])) }
}
