import { LinkButton } from '#ui/controls/link-button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { ErrorState } from '#ui/states/error-state.tsx'
import { messages } from './messages.ts'

export function NotFoundPage() {
  const t = useText()
  return (
    <main>
      <ErrorState
        title={t(messages.notFoundTitle)}
        whatToDo={t(messages.notFoundWhy)}
        actions={<LinkButton href="/">{t(messages.goHome)}</LinkButton>}
      />
    </main>
  )
}
