import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'
import { mediaWords } from './words.ts'
import type { Category, Place } from './types.ts'

type CategoryFieldProps = {
  readonly categories: readonly Category[]
  readonly entered: Place['entered']
  readonly value: string
  readonly onChange: (id: string) => void
}

/** Each category with what it takes; one that was entered already cannot be chosen. */
export function CategoryField({ categories, entered, value, onChange }: CategoryFieldProps) {
  const t = useText()
  return (
    <RadioGroup
      name="category"
      label={t(messages.category)}
      options={categories.map((category) => {
        const isEntered = entered.some((one) => one.category === category.id)
        return {
          id: category.id,
          label: category.name,
          description: isEntered ? t(messages.enteredAlready) : t(mediaWords(category)),
          isDisabled: isEntered,
        }
      })}
      value={value}
      onChange={onChange}
    />
  )
}
