import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { Icon, type IconName } from '#ui/pictures/icon.tsx'

export type Segment<Id extends string> = { id: Id; label: string; icon?: IconName }

export type SegmentedControlProps<Id extends string> = {
  label: string
  segments: Segment<Id>[]
  value: Id
  onChange: (id: Id) => void
}

/** Two to four ways of seeing the same thing: list or map, week or month. */
export function SegmentedControl<Id extends string>(props: SegmentedControlProps<Id>) {
  return (
    <ToggleButtonGroup
      className="ui-segments"
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={(keys) => {
        const chosen = props.segments.find(({ id }) => keys.has(id))
        if (chosen) props.onChange(chosen.id)
      }}
    >
      {props.segments.map(({ id, label, icon }) => (
        <ToggleButton key={id} id={id} className="ui-segment">
          {icon && <Icon name={icon} />}
          {label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
