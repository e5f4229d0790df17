import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Text } from 'react-aria-components/Text'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { Icon } from '#ui/pictures/icon.tsx'

export type Option = { id: string; label: string; description?: string; isDisabled?: boolean }

type OptionListProps = { options?: Option[] }

/** The list that opens under a select or a combo box. */
export function OptionList({ options }: OptionListProps) {
  const t = useText()
  return (
    <ListBox
      className="ui-options"
      {...(options && { items: options })}
      renderEmptyState={() => <div className="ui-options-empty">{t(messages.noOptions)}</div>}
    >
      {({ id, label, description, isDisabled = false }: Option) => (
        <ListBoxItem id={id} textValue={label} className="ui-option" isDisabled={isDisabled}>
          <span className="ui-option-text">
            <Text slot="label">{label}</Text>
            {description && (
              <Text slot="description" className="ui-hint">
                {description}
              </Text>
            )}
          </span>
          <span className="ui-option-check">
            <Icon name="check" />
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}
