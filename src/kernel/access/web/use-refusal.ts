import { useMemo } from 'react'
import type { Failure } from '#platform/failures.ts'
import type { FieldErrors } from '#ui/form/field-errors.ts'
import { useText } from '#ui/i18n/language.tsx'
import type { Text } from '#ui/i18n/text.ts'

type Refusal = { readonly errors: FieldErrors; readonly formError?: string }
type Said = { readonly field: string; readonly text: Text }

/**
 * What a form shows: a refusal of the server beside the fields it names, otherwise above them; or what an answer
 * said of one field. Kept the same while it lasts, since a form moves the focus to whatever is new.
 */
export function useRefusal(failure: Failure | null, said?: Said): Refusal {
  const t = useText()
  const { field, text } = said ?? {}
  return useMemo(() => {
    if (field !== undefined && text !== undefined) return { errors: { [field]: t(text) } }
    if (failure === null) return { errors: {} }
    const errors = Object.fromEntries(failure.problems.map((problem) => [problem.field, t(problem.reason)]))
    return failure.problems.length > 0 ? { errors } : { errors, formError: t(failure.text) }
  }, [t, failure, field, text])
}
