import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components/DateField'
import { dateLimits, toDateValue, type Day } from './date-value.ts'
import { FieldParts, useFieldProps, type FieldProps } from './field-parts.tsx'

export type DateFieldProps = FieldProps & {
  value?: Day | null
  defaultValue?: Day
  onChange?: (day: Day | null) => void
  min?: Day
  max?: Day
  name?: string
  isDisabled?: boolean
  isRequired?: boolean
}

/** What both fields for a day hand to the library: limits, values as its own days, and days back as text. */
export function useDateProps({ value, defaultValue, onChange, min, max, ...props }: DateFieldProps) {
  const { parts, rest } = useFieldProps(props)
  const given = toDateValue(value)
  const initial = toDateValue(defaultValue)
  const ofDate = {
    ...rest,
    ...dateLimits({ ...(min && { min }), ...(max && { max }) }),
    ...(given !== undefined && { value: given }),
    ...(initial && { defaultValue: initial }),
    onChange: (chosen: { toString(): string } | null) => onChange?.(chosen?.toString() ?? null),
    shouldForceLeadingZeros: true,
  }
  return { parts, ofDate }
}

/** A day that the person knows by heart, such as a birthday: typed, without a calendar. */
export function DateField(props: DateFieldProps) {
  const { parts, ofDate } = useDateProps(props)
  return (
    <AriaDateField {...ofDate}>
      <FieldParts {...parts}>
        <DayInput />
      </FieldParts>
    </AriaDateField>
  )
}

/** Year, month and day, each typed or moved with the arrows. */
export function DayInput() {
  return (
    <DateInput className="ui-input-group ui-date-input">
      {(segment) => <DateSegment segment={segment} className="ui-segment-date" />}
    </DateInput>
  )
}
