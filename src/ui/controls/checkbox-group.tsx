import {
  CheckboxGroup as AriaGroup,
  type CheckboxGroupProps as AriaProps,
} from 'react-aria-components/CheckboxGroup'
import { Checkbox } from './checkbox.tsx'
import { FieldParts, useFieldProps, type FieldProps } from './field-parts.tsx'
import type { Option } from './options.tsx'

export type CheckboxGroupProps = Omit<AriaProps, 'className' | 'style' | 'children'> &
  FieldProps & { options: Option[]; isInline?: boolean }

/** Any of a few. */
export function CheckboxGroup({ options, isInline, ...props }: CheckboxGroupProps) {
  const { parts, rest } = useFieldProps(props)
  return (
    <AriaGroup {...rest}>
      <FieldParts {...parts}>
        <div className="ui-choices" data-inline={isInline || undefined}>
          {options.map(({ id, label, description, isDisabled = false }) => (
            <Checkbox key={id} value={id} isDisabled={isDisabled} {...(description && { description })}>
              {label}
            </Checkbox>
          ))}
        </div>
      </FieldParts>
    </AriaGroup>
  )
}
