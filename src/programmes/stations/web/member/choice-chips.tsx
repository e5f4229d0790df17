import type { ReactNode } from 'react'

type Choice<Id extends string> = { readonly id: Id; readonly label: string; readonly icon?: ReactNode }

type ChoiceChipsProps<Id extends string> = {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly choices: readonly Choice<Id>[]
  readonly chosen: readonly Id[]
  /** `one` is a set of radio buttons, `any` of tick boxes. */
  readonly takes: 'one' | 'any'
  readonly onChange: (chosen: Id[]) => void
}

/** Chips to press, of the browser's own controls: large for a thumb, light for a slow phone, known to readers. */
export function ChoiceChips<Id extends string>(props: ChoiceChipsProps<Id>) {
  const { label, isLabelHidden, choices, chosen, takes, onChange } = props
  const toggle = (id: Id, isOn: boolean) => {
    if (takes === 'one') onChange([id])
    else onChange(isOn ? [...chosen, id] : chosen.filter((other) => other !== id))
  }
  return (
    <fieldset className="stations-chips">
      <legend className={isLabelHidden ? 'ui-hidden' : 'ui-label'}>{label}</legend>
      {choices.map(({ id, label: word, icon }) => (
        <label key={id} className="stations-chip">
          <input
            className="ui-hidden"
            type={takes === 'one' ? 'radio' : 'checkbox'}
            name={label}
            checked={chosen.includes(id)}
            onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
          {icon}
          <span>{word}</span>
        </label>
      ))}
    </fieldset>
  )
}
