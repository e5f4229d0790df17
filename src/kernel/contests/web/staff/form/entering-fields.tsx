import { useState } from 'react'
import { cityDay, cityTime, momentAt } from '#platform/city-time.ts'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { CheckboxGroup } from '#ui/controls/checkbox-group.tsx'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ContestRules } from '../../../shapes.ts'
import { CountField } from './count-field.tsx'
import { formMessages as messages } from './messages.ts'
import { readTime } from './period.ts'
import type { RulesProps } from './rules-form.tsx'

const PER_UNIT = 10

/** When, who, and how many. */
export function EnteringFields({ rules, onSet }: RulesProps) {
  const t = useText()
  const kinds = [
    { id: 'person', label: t(messages.kindPerson) },
    { id: 'team', label: t(messages.kindTeam) },
    { id: 'unit', label: t(messages.kindUnit) },
  ]
  return (
    <Card title={t(messages.entering)}>
      <PeriodFields rules={rules} onSet={onSet} />
      <CheckboxGroup
        name="rules.mayEnter"
        label={t(messages.mayEnter)}
        options={kinds}
        isInline
        value={[...rules.mayEnter]}
        onChange={(mayEnter) => onSet({ mayEnter: mayEnter as ContestRules['mayEnter'] })}
      />
      {rules.mayEnter.includes('team') && (
        <div className="contest-fields">
          <CountField
            name="rules.teamMax"
            label={t(messages.teamMax)}
            unit={t(messages.people)}
            min={2}
            max={100}
            value={rules.teamMax}
            onChange={(teamMax) => onSet({ teamMax })}
          />
        </div>
      )}
      <Checkbox
        isSelected={rules.perUnitMax !== null}
        onChange={(isLimited) => onSet({ perUnitMax: isLimited ? PER_UNIT : null })}
      >
        {t(messages.limitsUnits)}
      </Checkbox>
      {rules.perUnitMax !== null && (
        <div className="contest-fields">
          <CountField
            name="rules.perUnitMax"
            label={t(messages.perUnitMax)}
            unit={t(messages.pieces)}
            max={1_000}
            value={rules.perUnitMax}
            onChange={(perUnitMax) => onSet({ perUnitMax })}
          />
        </div>
      )}
      <Checkbox
        isSelected={rules.isAnonymous}
        onChange={(isAnonymous) => onSet({ isAnonymous })}
        description={t(messages.isAnonymousHint)}
      >
        {t(messages.isAnonymous)}
      </Checkbox>
    </Card>
  )
}

function PeriodFields({ rules, onSet }: RulesProps) {
  const t = useText()
  const untilDay = cityDay(rules.entriesUntil)
  const [time, setTime] = useState(cityTime(rules.entriesUntil))
  const read = readTime(time)
  const typeTime = (text: string) => {
    setTime(text)
    const next = readTime(text)
    if (next !== undefined) onSet({ entriesUntil: momentAt(untilDay, next) })
  }
  return (
    <div className="contest-fields">
      <DatePicker
        name="rules.entriesFrom"
        label={t(messages.fromDay)}
        value={cityDay(rules.entriesFrom)}
        onChange={(day) => day !== null && onSet({ entriesFrom: momentAt(day, '00:00') })}
      />
      <DatePicker
        name="rules.entriesUntil"
        label={t(messages.untilDay)}
        value={untilDay}
        onChange={(day) =>
          day !== null && onSet({ entriesUntil: momentAt(day, cityTime(rules.entriesUntil)) })
        }
      />
      <TextField
        label={t(messages.untilTime)}
        description={t(messages.untilTimeHint)}
        inputMode="numeric"
        value={time}
        onChange={typeTime}
        {...(read === undefined && { errorMessage: t(messages.timeWrong) })}
      />
    </div>
  )
}
