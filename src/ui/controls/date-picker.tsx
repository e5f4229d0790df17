import { Button } from 'react-aria-components/Button'
import { Calendar, CalendarCell, CalendarGrid } from 'react-aria-components/Calendar'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker as AriaDatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import { Icon } from '#ui/pictures/icon.tsx'
import type { DateFieldProps } from './date-field.tsx'
import { dateLimits, toDateValue } from './date-value.ts'
import { FieldParts, useFieldProps } from './field-parts.tsx'

export type DatePickerProps = DateFieldProps

/** A day near today, typed or picked from the month. */
export function DatePicker({ value, defaultValue, onChange, min, max, ...props }: DatePickerProps) {
  const { parts, rest } = useFieldProps(props)
  const given = toDateValue(value)
  const initial = toDateValue(defaultValue)
  return (
    <AriaDatePicker
      {...rest}
      {...dateLimits({ ...(min && { min }), ...(max && { max }) })}
      {...(given !== undefined && { value: given })}
      {...(initial && { defaultValue: initial })}
      onChange={(chosen) => onChange?.(chosen?.toString() ?? null)}
      shouldForceLeadingZeros
    >
      <FieldParts {...parts}>
        <Group className="ui-input-group">
          <DateInput className="ui-date-input">
            {(segment) => <DateSegment segment={segment} className="ui-segment-date" />}
          </DateInput>
          <Button className="ui-input-button">
            <Icon name="calendar" />
          </Button>
        </Group>
      </FieldParts>
      <Popover className="ui-popover">
        <Dialog>
          <MonthCalendar />
        </Dialog>
      </Popover>
    </AriaDatePicker>
  )
}

function MonthCalendar() {
  return (
    <Calendar className="ui-calendar" firstDayOfWeek="mon">
      <header className="ui-calendar-head">
        <Button slot="previous" className="ui-button" data-variant="quiet" data-icon-only>
          <Icon name="chevron-left" />
        </Button>
        <Heading />
        <Button slot="next" className="ui-button" data-variant="quiet" data-icon-only>
          <Icon name="chevron-right" />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="narrow">
        {(date) => <CalendarCell date={date} className="ui-day" />}
      </CalendarGrid>
    </Calendar>
  )
}
