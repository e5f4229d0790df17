import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { RoundRules } from '../../types.ts'
import { CountField } from './count-field.tsx'
import { LineActions } from './line-actions.tsx'
import { formMessages as messages } from './messages.ts'
import { newCriterion } from './new-parts.ts'

type Criteria = RoundRules['criteria']

type CriteriaFieldsProps = {
  readonly field: string
  readonly criteria: Criteria
  readonly onChange: (criteria: Criteria) => void
}

const CRITERIA_MAX = 20

/** What is scored, how much it counts and its scale; the sum of the weights stands below them. */
export function CriteriaFields({ field, criteria, onChange }: CriteriaFieldsProps) {
  const t = useText()
  const sum = criteria.reduce((all, { weight }) => all + weight, 0)
  const put = (index: number, part: Partial<Criteria[number]>) =>
    onChange(criteria.with(index, { ...criteria[index]!, ...part }))
  return (
    <div className="contest-criteria" role="group" aria-label={t(messages.criteria)}>
      {criteria.map((criterion, index) => (
        <div className="contest-line" key={criterion.id}>
          <div className="contest-fields">
            <TextField
              name={`${field}.${index}.name`}
              label={t(messages.criterionName)}
              value={criterion.name}
              onChange={(name) => put(index, { name })}
            />
            <CountField
              // What is wrong with the sum of the weights is said at the first of them.
              name={index === 0 ? field : `${field}.${index}.weight`}
              label={t(messages.weight)}
              unit="%"
              max={100}
              value={criterion.weight}
              onChange={(weight) => put(index, { weight })}
            />
            <CountField
              name={`${field}.${index}.pointsMax`}
              label={t(messages.pointsMax)}
              unit={t(messages.points)}
              max={100}
              value={criterion.pointsMax / 100}
              onChange={(points) => put(index, { pointsMax: points * 100 })}
            />
          </div>
          <LineActions list={criteria} index={index} what={criterion.name} onChange={onChange} />
        </div>
      ))}
      <span className="ui-row">
        {criteria.length < CRITERIA_MAX && (
          <Button variant="quiet" icon="plus" onPress={() => onChange([...criteria, newCriterion(criteria)])}>
            {t(messages.addCriterion)}
          </Button>
        )}
        <span className="contest-sum" data-wrong={sum === 100 ? undefined : true} role="status">
          {t(sum === 100 ? messages.weightsSum : messages.weightsMustBe, { sum })}
        </span>
      </span>
    </div>
  )
}
