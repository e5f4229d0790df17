import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaProps,
} from 'react-aria-components/NumberField'
import { Icon } from '#ui/pictures/icon.tsx'
import { FieldParts, useFieldProps, type FieldProps } from './field-parts.tsx'

export type NumberFieldProps = Omit<AriaProps, 'className' | 'style' | 'children'> &
  FieldProps & {
    /** The unit after the number: 元, 人, 米. */
    unit?: string
    /** Plus and minus, for small counts. */
    hasSteps?: boolean
  }

/** A number that is written and read in the person's own way, full-width digits included. */
export function NumberField({ unit, hasSteps, ...props }: NumberFieldProps) {
  const { parts, rest } = useFieldProps(props)
  return (
    <AriaNumberField {...rest}>
      <FieldParts {...parts}>
        <Group className="ui-input-group">
          <Input className="ui-input" />
          {unit && <span className="ui-affix">{unit}</span>}
          {hasSteps && (
            <>
              <Button slot="decrement" className="ui-input-button">
                <Icon name="minus" />
              </Button>
              <Button slot="increment" className="ui-input-button">
                <Icon name="plus" />
              </Button>
            </>
          )}
        </Group>
      </FieldParts>
    </AriaNumberField>
  )
}
