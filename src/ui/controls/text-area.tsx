import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField, type TextFieldProps as AriaProps } from 'react-aria-components/TextField'
import { FieldParts, useFieldProps, type FieldProps } from './field-parts.tsx'

export type TextAreaProps = Omit<AriaProps, 'className' | 'style' | 'children'> &
  FieldProps & { rows?: number }

/** Several lines of text. */
export function TextArea({ rows = 4, ...props }: TextAreaProps) {
  const { parts, rest } = useFieldProps(props)
  return (
    <TextField {...rest}>
      <FieldParts {...parts}>
        <AriaTextArea className="ui-input" rows={rows} />
      </FieldParts>
    </TextField>
  )
}
