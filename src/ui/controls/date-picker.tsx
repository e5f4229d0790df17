import { Button } from 'react-aria-components/Button'
import { Calendar, CalendarCell, CalendarGrid } from 'react-aria-components/Calendar'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker as AriaDatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import { Icon } from '#ui/pictures/icon.tsx'
import { useDateProps, type DateFieldProps } from './date-field.tsx'
import { FieldParts } from './field-parts.tsx'

export type DatePickerProps = DateFieldProps

/** A day near today, typed or picked from the month. */
export function DatePicker(props: DatePickerProps) {
  const { parts, ofDate } = useDateProps(props)
  return (
    <AriaDatePicker {...ofDate}>
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
