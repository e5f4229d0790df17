import { useText } from '#ui/i18n/language.tsx'
import type { Text } from '#ui/i18n/text.ts'
import { Icon } from '#ui/pictures/icon.tsx'

type Problem = { readonly field: string; readonly reason: Text; readonly accepted?: Text | undefined }
type RefusalNoteProps = {
  readonly failure: { readonly text: Text; readonly problems: readonly Problem[] } | null
}

/** A refusal in its place: what happened, each thing that is wrong, and what would have been accepted. */
export function RefusalNote({ failure }: RefusalNoteProps) {
  const t = useText()
  if (failure === null) return null
  const others = failure.problems.filter(({ reason }) => reason.zh !== failure.text.zh)
  return (
    <div className="ui-refusal" role="alert">
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
