import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { Select } from '#ui/controls/select.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'
import type { EntrantKind, Place } from './types.ts'

type WhoFieldProps = {
  readonly kinds: readonly EntrantKind[]
  readonly kind: EntrantKind
  readonly onKind: (kind: EntrantKind) => void
  readonly place: Place
  readonly unitId: string
  readonly onUnit: (id: string) => void
}

/** As what one enters, asked only where there is a choice, and for which unit. */
export function WhoField({ kinds, kind, onKind, place, unitId, onUnit }: WhoFieldProps) {
  const t = useText()
  const only = kind === 'unit' ? (place.units.length === 1 ? place.units[0]! : null) : place.own
  return (
    <>
      {kinds.length > 1 && (
        <RadioGroup
          name="kind"
          label={t(messages.kind)}
          isInline
          options={kinds.map((id) => ({ id, label: t(messages[id]) }))}
          value={kind}
          onChange={(id) => onKind(id as EntrantKind)}
        />
      )}
      {only === null ? (
        <Select
          name="unitId"
          label={t(messages.unitField)}
          options={place.units.map(({ id, name }) => ({ id, label: name }))}
          value={unitId}
          onChange={(id) => id !== null && onUnit(String(id))}
        />
      ) : (
        <p>{t(messages.forUnit, { unit: only.name })}</p>
      )}
    </>
  )
}
