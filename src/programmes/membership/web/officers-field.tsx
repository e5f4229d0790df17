import { Button, IconButton } from '#ui/controls/button.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ElectionReport } from '../shapes-unions.ts'
import { officeDuty } from '../shapes-unions.ts'
import { messages } from './member-unions/messages.ts'
import { dutyWords } from './union-words.ts'

export type Officer = ElectionReport['officers'][number]

export const emptyOfficer = (duty: Officer['duty']): Officer => ({
  name: '',
  duty,
  votes: 0,
  isRelativeOfHead: false,
  isHeadOrInChargeOfWages: false,
})

type OfficersFieldProps = {
  /** The path of these fields in the contract, so that a refusal finds them. */
  readonly path: string
  readonly officers: readonly Officer[]
  readonly onChange: (officers: Officer[]) => void
}

/** Who was elected to what, with how many votes. */
export function OfficersField({ path, officers, onChange }: OfficersFieldProps) {
  const t = useText()
  const edit = (at: number, part: Partial<Officer>) =>
    onChange(officers.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <div className="ui-stack">
      {officers.map((one, at) => (
        <div key={at} className="unions-officer">
          <TextField
            name={`${path}.${at}.name`}
            label={t(messages.name)}
            value={one.name}
            onChange={(name) => edit(at, { name })}
          />
          <Select
            label={t(messages.duty)}
            options={officeDuty.options.map((id) => ({ id, label: t(dutyWords[id]) }))}
            value={one.duty}
            onChange={(duty) => edit(at, { duty: duty as Officer['duty'] })}
          />
          <NumberField
            name={`${path}.${at}.votes`}
            label={t(messages.votes)}
            minValue={0}
            value={one.votes}
            onChange={(votes) => edit(at, { votes: Number.isNaN(votes) ? 0 : votes })}
          />
          {officers.length > 1 && (
            <IconButton
              icon="trash"
              label={`${t(messages.remove)} ${one.name}`}
              onPress={() => onChange(officers.filter((_, index) => index !== at))}
            />
          )}
        </div>
      ))}
      <span className="ui-row">
        <Button icon="plus" onPress={() => onChange([...officers, emptyOfficer('committee')])}>
          {t(messages.addOfficer)}
        </Button>
      </span>
    </div>
  )
}
