import { Button } from 'react-aria-components/Button'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { Icon } from '#ui/pictures/icon.tsx'
import { FieldParts, useFieldProps, type FieldProps } from './field-parts.tsx'
import { OptionList, type Option } from './options.tsx'

export type SelectProps = FieldProps & {
  options: Option[]
  value?: string | null
  defaultValue?: string
  onChange?: (id: string) => void
  name?: string
  placeholder?: string
  isDisabled?: boolean
  isRequired?: boolean
  autoFocus?: boolean
}

/** One of a few: up to about fifteen options. More than that is a `ComboBox`. */
export function Select({ options, onChange, placeholder, ...props }: SelectProps) {
  const t = useText()
  const { parts, rest } = useFieldProps(props)
  return (
    <AriaSelect
      {...rest}
      placeholder={placeholder ?? t(messages.choose)}
      onChange={(id) => id !== null && onChange?.(String(id))}
    >
      <FieldParts {...parts}>
        <Button className="ui-select-button">
          <SelectValue className="ui-select-value">
            {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
          </SelectValue>
          <Icon name="chevron-down" />
        </Button>
      </FieldParts>
      <Popover className="ui-popover">
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  )
}
