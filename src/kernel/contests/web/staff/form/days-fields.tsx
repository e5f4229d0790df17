import { Checkbox } from '#ui/controls/checkbox.tsx'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { usualDays } from '../../../rules/round-days.ts'
import type { RoundRules } from '../../types.ts'
import { formMessages as messages } from './messages.ts'

type DaysFieldsProps = {
  readonly field: string
  readonly round: RoundRules
  /** The day or moment after which it may begin. */
  readonly before: string
  readonly onChange: (round: RoundRules) => void
}

/** When a round is judged, where the organiser says it. */
export function DaysFields({ field, round, before, onChange }: DaysFieldsProps) {
  const t = useText()
  const { judging } = round
  return (
    <>
      <Checkbox
        isSelected={judging !== null}
        onChange={(isSaid) => onChange({ ...round, judging: isSaid ? usualDays(before) : null })}
        description={t(messages.saysDaysHint)}
      >
        {t(messages.saysDays)}
      </Checkbox>
      {judging !== null && (
        <div className="contest-fields">
          <DatePicker
            name={`${field}.from`}
            label={t(messages.judgedFrom)}
            value={judging.from}
            onChange={(from) => from !== null && onChange({ ...round, judging: { ...judging, from } })}
          />
          <DatePicker
            name={`${field}.until`}
            label={t(messages.judgedUntil)}
            value={judging.until}
            onChange={(until) => until !== null && onChange({ ...round, judging: { ...judging, until } })}
          />
        </div>
      )}
    </>
  )
}
