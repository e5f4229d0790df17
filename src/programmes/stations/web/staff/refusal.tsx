import type { Failure } from '#platform/failures.ts'
import { useText } from '#ui/i18n/language.tsx'
import { Icon } from '#ui/pictures/icon.tsx'

/** A refusal in its place: what happened, each thing that is wrong, and what would have been accepted. */
export function Refusal({ failure }: { readonly failure: Failure | null }) {
  const t = useText()
  if (failure === null) return null
  const others = failure.problems.filter(({ reason }) => reason.zh !== failure.text.zh)
  return (
    <div className="stations-refusal" role="alert">
      <Icon name="warning" />
      <div>
        <p>{t(failure.text)}</p>
        {failure.problems.map(
          ({ field, reason, accepted }) =>
            (others.length > 0 || accepted) && (
              <p key={`${field} ${reason.zh}`} className="ui-hint">
                {others.length > 0 && t(reason)} {accepted && t(accepted)}
              </p>
            ),
        )}
      </div>
    </div>
  )
}
