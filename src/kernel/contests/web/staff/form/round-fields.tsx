import { Button, IconButton } from '#ui/controls/button.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { CheckboxGroup } from '#ui/controls/checkbox-group.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { RoundRules } from '../../types.ts'
import { CountField } from './count-field.tsx'
import { CriteriaFields } from './criteria-fields.tsx'
import { DaysFields } from './days-fields.tsx'
import { formMessages as messages } from './messages.ts'
import { criteriaOf, withoutRound, withRound } from './new-parts.ts'
import type { RulesProps } from './rules-form.tsx'

const ROUNDS_MAX = 5

/** Each round by itself, and what breaks a tie in all of them. */
export function RoundFields({ rules, onSet }: RulesProps) {
  const t = useText()
  const { rounds, tieCriteria } = rules
  const add = () => onSet({ rounds: withRound(rounds, t(messages.roundNo, { no: rounds.length + 1 })) })
  return (
    <Card title={t(messages.rounds)}>
      {rounds.map((round, index) => (
        <RoundField
          key={index}
          no={index + 1}
          round={round}
          before={rounds[index - 1]?.judging?.until ?? rules.entriesUntil}
          onChange={(changed) => onSet({ rounds: rounds.with(index, changed) })}
          {...(rounds.length > 1 && { onRemove: () => onSet({ rounds: withoutRound(rounds, index) }) })}
        />
      ))}
      {rounds.length < ROUNDS_MAX && (
        <span className="ui-row">
          <Button variant="quiet" icon="plus" onPress={add}>
            {t(messages.addRound)}
          </Button>
        </span>
      )}
      <CheckboxGroup
        name="rules.tieCriteria"
        label={t(messages.ties)}
        description={t(messages.tiesHint)}
        options={criteriaOf(rules).map(({ id, name }) => ({
          id,
          label: tieCriteria.includes(id) ? `${tieCriteria.indexOf(id) + 1}. ${name}` : name,
        }))}
        isInline
        value={[...tieCriteria]}
        onChange={(chosen) => onSet({ tieCriteria: chosen })}
      />
    </Card>
  )
}

type RoundFieldProps = {
  readonly no: number
  readonly round: RoundRules
  /** The day or moment after which it may begin. */
  readonly before: string
  readonly onChange: (round: RoundRules) => void
  readonly onRemove?: () => void
}

function RoundField({ no, round, before, onChange, onRemove }: RoundFieldProps) {
  const t = useText()
  const set = (part: Partial<RoundRules>) => onChange({ ...round, ...part })
  const field = `rules.rounds.${no - 1}`
  return (
    <fieldset className="contest-round">
      <legend>
        {t(messages.roundNo, { no })}
        {onRemove && (
          <IconButton icon="trash" label={t(messages.remove, { what: round.name })} onPress={onRemove} />
        )}
      </legend>
      <div className="contest-fields">
        <TextField
          name={`${field}.name`}
          label={t(messages.name)}
          value={round.name}
          onChange={(name) => set({ name })}
        />
        <CountField
          name={`${field}.judgesPerEntry`}
          label={t(messages.judgesPerEntry)}
          unit={t(messages.judgesUnit)}
          max={15}
          value={round.judgesPerEntry}
          onChange={(judgesPerEntry) => set({ judgesPerEntry })}
        />
        {round.advancing !== null && (
          <CountField
            name={`${field}.advancing`}
            label={t(messages.advancing)}
            unit={t(messages.pieces)}
            max={5_000}
            value={round.advancing}
            onChange={(advancing) => set({ advancing })}
          />
        )}
      </div>
      <DaysFields field={`${field}.judging`} round={round} before={before} onChange={onChange} />
      <Checkbox
        isSelected={round.trimming === 'one-each'}
        onChange={(isTrimmed) => set({ trimming: isTrimmed ? 'one-each' : 'none' })}
        description={t(messages.trimHint)}
      >
        {t(messages.trim)}
      </Checkbox>
      <CriteriaFields
        field={`${field}.criteria`}
        criteria={round.criteria}
        onChange={(criteria) => set({ criteria })}
      />
    </fieldset>
  )
}
