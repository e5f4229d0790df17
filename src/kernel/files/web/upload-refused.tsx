import type { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'

/** Why a file was not taken: what was found, and what would be taken. All reasons at once, where there are several. */
export function UploadRefused({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const t = useText()
  const { problems } = failure
  return (
    <div role="alert" className="ui-error-summary ui-stack">
      {problems.length === 0 && <p>{t(failure.text)}</p>}
      {problems.map(({ reason, accepted, code }, index) => (
        <div key={code ?? index}>
          <p>{t(reason)}</p>
          {accepted && <p>{t(messages.accepted, { accepted: t(accepted) })}</p>}
        </div>
      ))}
      {/* The same bytes are refused the same way; only a broken line is worth another try. */}
      {failure.code === 'offline' && (
        <span className="ui-row">
          <Button icon="refresh" onPress={onRetry}>
            {t(messages.again)}
          </Button>
        </span>
      )}
    </div>
  )
}
