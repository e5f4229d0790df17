import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Popover } from 'react-aria-components/Popover'
import { Icon } from '#ui/pictures/icon.tsx'
import { FieldParts, useFieldProps, type FieldProps } from './field-parts.tsx'
import { OptionList, type Option } from './options.tsx'

export type ComboBoxProps = FieldProps & {
  /** The whole list, filtered here while typing; or, with `onInputChange`, what the server found. */
  options: Option[]
  value?: string | null
  defaultValue?: string
  onChange?: (id: string | null) => void
  inputValue?: string
  onInputChange?: (text: string) => void
  name?: string
  isDisabled?: boolean
  isRequired?: boolean
}

/** One of many, found by typing. */
export function ComboBox({ options, onChange, onInputChange, ...props }: ComboBoxProps) {
  const { parts, rest } = useFieldProps(props)
  // A server that searches gives the answer already filtered: filtering again would hide matches by pinyin.
  const source = onInputChange
    ? { items: options, onInputChange, defaultFilter: () => true }
    : { defaultItems: options }
  return (
    <AriaComboBox
      {...rest}
      {...source}
      allowsEmptyCollection
      menuTrigger="focus"
      onChange={(id) => onChange?.(id === null ? null : String(id))}
    >
      <FieldParts {...parts}>
        <Group className="ui-input-group">
          <Input className="ui-input" />
          <Button className="ui-input-button">
            <Icon name="chevron-down" />
          </Button>
        </Group>
      </FieldParts>
      <Popover className="ui-popover">
        <OptionList />
      </Popover>
    </AriaComboBox>
  )
}
