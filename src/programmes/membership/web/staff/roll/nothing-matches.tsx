import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { rollMessages } from './messages.ts'

/** No row fits the filters, which one press clears. */
export function NothingMatches({ onClear }: { readonly onClear: () => void }) {
  const t = useText()
  return (
    <EmptyState
      kind="search"
      title={t(rollMessages.noneTitle)}
      actions={<Button onPress={onClear}>{t(rollMessages.clear)}</Button>}
    >
      {t(rollMessages.none)}
    </EmptyState>
  )
}
