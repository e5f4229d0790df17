import { useText } from '#ui/i18n/language.tsx'
import { ErrorState } from '#ui/states/error-state.tsx'
import { messages } from './messages.ts'

/** Where a page's own code fails: said, never a blank screen. Also met when a new version replaced its files. */
export function BrokenPage() {
  const t = useText()
  return (
    <main>
      <ErrorState
        title={t(messages.brokenTitle)}
        whatToDo={t(messages.brokenWhatToDo)}
        onRetry={() => location.reload()}
      />
    </main>
  )
}
