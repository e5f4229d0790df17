import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { rollMessages } from './messages.ts'

export type IdentityCheck = 'card-seen' | 'known-to-us'

type IdentityChoiceProps = {
  readonly value: IdentityCheck | ''
  readonly onChange: (check: IdentityCheck) => void
}

/** How the officer made sure of who somebody is; it is kept with the decision. */
export function IdentityChoice({ value, onChange }: IdentityChoiceProps) {
  const t = useText()
  return (
    <RadioGroup
      label={t(rollMessages.identity)}
      options={[
        { id: 'card-seen', label: t(rollMessages.cardSeen), description: t(rollMessages.cardSeenHint) },
        { id: 'known-to-us', label: t(rollMessages.knownToUs), description: t(rollMessages.knownToUsHint) },
      ]}
      value={value}
      onChange={(id) => onChange(id as IdentityCheck)}
    />
  )
}
