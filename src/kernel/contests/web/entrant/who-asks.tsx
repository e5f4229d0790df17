import { LinkButton } from '#ui/controls/link-button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { messages } from './messages.ts'

export function NotAMember() {
  const t = useText()
  return (
    <EmptyState
      title={t(messages.unknownTitle)}
      actions={
        <LinkButton variant="primary" href="/join">
          {t(messages.join)}
        </LinkButton>
      }
    >
      {t(messages.unknownText)}
    </EmptyState>
  )
}
