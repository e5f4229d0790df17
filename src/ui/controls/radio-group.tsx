import {
  Radio,
  RadioGroup as AriaGroup,
  type RadioGroupProps as AriaProps,
} from 'react-aria-components/RadioGroup'
import { FieldParts, useFieldProps, type FieldProps } from './field-parts.tsx'
import type { Option } from './options.tsx'

export type RadioGroupProps = Omit<AriaProps, 'className' | 'style' | 'children'> &
  FieldProps & { options: Option[]; isInline?: boolean }

/** One of a few, all seen at once; better than a select up to about six. */
export function RadioGroup({ options, isInline, ...props }: RadioGroupProps) {
  const { parts, rest } = useFieldProps(props)
  return (
    <AriaGroup {...rest}>
      <FieldParts {...parts}>
        <div className="ui-choices" data-inline={isInline || undefined}>
          {options.map(({ id, label, description, isDisabled = false }) => (
            <Radio key={id} value={id} isDisabled={isDisabled} className="ui-choice" data-kind="radio">
              <span className="ui-choice-mark" aria-hidden />
              <span>
                {label}
                {description && <span className="ui-hint">{description}</span>}
              </span>
            </Radio>
          ))}
        </div>
      </FieldParts>
    </AriaGroup>
  )
}
