import { Group } from 'react-aria-components/Group'
import { Input, type InputProps } from 'react-aria-components/Input'
import { TextField as AriaTextField, type TextFieldProps as AriaProps } from 'react-aria-components/TextField'
import { FieldParts, useFieldProps, type FieldProps } from './field-parts.tsx'

export type TextFieldProps = Omit<AriaProps, 'className' | 'style' | 'children'> &
  FieldProps & {
    placeholder?: string
    inputMode?: InputProps['inputMode']
    /** A unit or sign inside the box: 元, +86. */
    prefix?: string
    suffix?: string
  }

/** One line of text. */
export function TextField({ placeholder, inputMode, prefix, suffix, ...props }: TextFieldProps) {
  const { parts, rest } = useFieldProps(props)
  const input = (
    <Input className="ui-input" {...(placeholder && { placeholder })} {...(inputMode && { inputMode })} />
  )
  return (
    <AriaTextField {...rest}>
      <FieldParts {...parts}>
        {prefix || suffix ? (
          <Group className="ui-input-group">
            {prefix && <span className="ui-affix">{prefix}</span>}
            {input}
            {suffix && <span className="ui-affix">{suffix}</span>}
          </Group>
        ) : (
          input
        )}
      </FieldParts>
    </AriaTextField>
  )
}
