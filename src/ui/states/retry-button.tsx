import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'

export function RetryButton({ onRetry }: { onRetry: () => void }) {
  const t = useText()
  return (
    <Button icon="refresh" onPress={onRetry}>
      {t(messages.retry)}
    </Button>
  )
}
