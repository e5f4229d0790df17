import { Button, IconButton } from '#ui/controls/button.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { StepProps } from '../apply-form.tsx'
import type { Draft } from '../draft.ts'
import { messages } from '../messages.ts'

/** How many: the form depends on who will join, so that is asked beside who works there. */
export function CountStep({ draft, change }: StepProps) {
  const t = useText()
  const unit = t(messages.people)
  const number = (value: number) => (Number.isNaN(value) ? 0 : value)
  return (
    <>
      {draft.scope === 'several-units' && <UnitsField draft={draft} change={change} />}
      <NumberField
        name="workers"
        label={t(messages.workers)}
        unit={unit}
        minValue={0}
        value={draft.workers}
        onChange={(workers) => change({ workers: number(workers) })}
      />
      <NumberField
        name="members"
        label={t(messages.members)}
        description={t(messages.membersHint)}
        unit={unit}
        minValue={0}
        value={draft.members}
        onChange={(members) => change({ members: number(members) })}
      />
      <NumberField
        name="womenMembers"
        label={t(messages.women)}
        unit={unit}
        minValue={0}
        value={draft.womenMembers}
        onChange={(womenMembers) => change({ womenMembers: number(womenMembers) })}
      />
    </>
  )
}

const emptyUnit = { name: '', creditCode: '', workers: 0, members: 0 }

/** Each of the units; the totals below follow from them and can still be corrected. */
function UnitsField({ draft, change }: StepProps) {
  const t = useText()
  const units = draft.units.length === 0 ? [emptyUnit, emptyUnit] : draft.units
  const set = (next: Draft['units']) =>
    change({
      units: next,
      workers: next.reduce((sum, unit) => sum + unit.workers, 0),
      members: next.reduce((sum, unit) => sum + unit.members, 0),
    })
  const edit = (at: number, part: Partial<Draft['units'][number]>) =>
    set(units.map((unit, index) => (index === at ? { ...unit, ...part } : unit)))
  return (
    <fieldset className="unions-group">
      <legend>{t(messages.units)}</legend>
      {units.map((unit, at) => (
        <div key={at} className="unions-line">
          <TextField
            label={t(messages.unitOf, { n: at + 1 })}
            value={unit.name}
            onChange={(name) => edit(at, { name })}
          />
          <NumberField
            label={t(messages.workers)}
            minValue={0}
            value={unit.workers}
            onChange={(workers) => edit(at, { workers: Number.isNaN(workers) ? 0 : workers })}
          />
          <NumberField
            label={t(messages.members)}
            minValue={0}
            value={unit.members}
            onChange={(members) => edit(at, { members: Number.isNaN(members) ? 0 : members })}
          />
          <IconButton
            icon="trash"
            label={t(messages.remove)}
            onPress={() => set(units.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <span className="ui-row">
        <Button icon="plus" onPress={() => set([...units, emptyUnit])}>
          {t(messages.addUnit)}
        </Button>
      </span>
    </fieldset>
  )
}
