import { ToggleButton } from 'react-aria-components/ToggleButton'
import { useAppearance } from '#ui/appearance/appearance.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { Icon } from '#ui/pictures/icon.tsx'

/** Large text in one tap, as the rules for elderly-friendly public services ask. */
export function TextSizeButton() {
  const { textSize, setTextSize } = useAppearance()
  const t = useText()
  return (
    <ToggleButton
      className="ui-text-size"
      isSelected={textSize === 'large'}
      onChange={(large) => setTextSize(large ? 'large' : 'normal')}
    >
      <Icon name="text-size" />
      {t(messages.largeText)}
    </ToggleButton>
  )
}
