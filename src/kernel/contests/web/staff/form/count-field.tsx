import { NumberField } from '#ui/controls/number-field.tsx'

type CountFieldProps = {
  readonly label: string
  readonly name: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly min?: number
  readonly max: number
  readonly unit?: string
  readonly description?: string
}

/** A whole number within its limits; while nothing is typed the last one stays. */
export function CountField({ value, onChange, min = 1, max, ...rest }: CountFieldProps) {
  return (
    <NumberField
      {...rest}
      value={value}
      minValue={min}
      maxValue={max}
      step={1}
      onChange={(next) => Number.isInteger(next) && onChange(next)}
    />
  )
}
