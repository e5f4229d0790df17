import type { Failure } from '#platform/failures.ts'
import { useText } from '#ui/i18n/language.tsx'

/** A refusal in its place: what happened, and what would have been accepted. */
export function Refusal({ failure }: { readonly failure: Failure | null }) {
  const t = useText()
  if (failure === null) return null
  const accepted = failure.problems.flatMap((problem) => problem.accepted ?? [])
  return (
    <div role="alert" className="ui-error-summary">
      <p>{t(failure.text)}</p>
      {accepted.map((text) => (
        <p key={text.zh}>{t(text)}</p>
      ))}
    </div>
  )
}
