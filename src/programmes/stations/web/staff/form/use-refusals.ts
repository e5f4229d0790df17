import { useState } from 'react'
import type { Failure } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import type { FieldErrors } from '#ui/form/field-errors.ts'
import { useText } from '#ui/i18n/language.tsx'
import { doubtsOf, refusedFields, withConfirmed, type Doubt } from './refused-fields.ts'

/** What stands between a filled form and a saved station: errors by field, a refusal, things to confirm. */
export function useRefusals() {
  const t = useText()
  const [errors, setErrors] = useState<FieldErrors>({})
  const [formError, setFormError] = useState<string>()
  const [doubts, setDoubts] = useState<readonly Doubt[]>([])
  const [confirmed, setConfirmed] = useState<readonly string[]>([])
  const say = (found: Readonly<Record<string, Text>>, others: readonly Text[] = []) => {
    setErrors(Object.fromEntries(Object.entries(found).map(([field, text]) => [field, t(text)])))
    setFormError(others.length === 0 ? undefined : others.map((text) => t(text)).join(' '))
  }
  const take = (failure: Failure) => {
    const found = doubtsOf(failure)
    setDoubts(found)
    if (found.length > 0) return say({})
    const { errors: byField, others } = refusedFields(failure)
    say(byField, others)
  }
  /** Agrees to all that is asked; the answer is to be sent with the next try. */
  const confirm = (): readonly string[] => {
    const all = withConfirmed(confirmed, doubts)
    setConfirmed(all)
    return all
  }
  const clear = () => {
    say({})
    setDoubts([])
  }
  return { errors, formError, doubts, confirmed, say, take, confirm, clear }
}
