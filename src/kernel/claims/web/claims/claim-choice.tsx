import { ComboBox } from '#ui/controls/combo-box.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { Claim } from './staff-claims-page.tsx'

type ChoiceProps = {
  label: string
  list: readonly Claim[]
  value: string | null
  isOptional?: boolean
  onChange: (id: string | null) => void
}

/** One recorded claim, found by what it is about or by its words. */
export function ClaimChoice({ label, list, value, isOptional = false, onChange }: ChoiceProps) {
  const t = useText()
  return (
    <ComboBox
      label={label}
      isOptional={isOptional}
      options={list.map(({ id, topic, words, medium }) => ({
        id,
        label: `${t(topic)} ${words} · ${medium}`,
      }))}
      value={value}
      onChange={onChange}
    />
  )
}
