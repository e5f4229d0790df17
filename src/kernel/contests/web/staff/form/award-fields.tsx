import { Button } from '#ui/controls/button.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { Award } from '../../types.ts'
import { AfterFields } from './after-fields.tsx'
import { CountField } from './count-field.tsx'
import { LineActions } from './line-actions.tsx'
import { formMessages as messages } from './messages.ts'
import { newAward } from './new-parts.ts'
import type { RulesProps } from './rules-form.tsx'

const AWARDS_MAX = 10

/** Awards from the highest down, then what else the result leads to. */
export function AwardFields({ rules, onSet }: RulesProps) {
  const t = useText()
  const { awards } = rules
  const last = awards.at(-1)!
  // Only the last award may take all that are left; another that comes to stand last keeps its number.
  const put = (list: Award[]) =>
    onSet({ awards: list.map((one, at) => (at < list.length - 1 ? { ...one, count: one.count ?? 1 } : one)) })
  const setRest = (takesRest: boolean) => put(awards.with(-1, { ...last, count: takesRest ? null : 1 }))
  return (
    <Card title={t(messages.prizes)}>
      {awards.map((award, index) => (
        <fieldset className="contest-line" key={award.id}>
          <legend className="ui-hidden">{t(messages.awardNo, { no: index + 1 })}</legend>
          <div className="contest-fields">
            <TextField
              name={`rules.awards.${index}.name`}
              label={t(messages.awardName)}
              value={award.name}
              onChange={(name) => put(awards.with(index, { ...award, name }))}
            />
            {award.count !== null && (
              <CountField
                name={`rules.awards.${index}.count`}
                label={t(messages.count)}
                unit={t(messages.places)}
                max={1_000}
                value={award.count}
                onChange={(count) => put(awards.with(index, { ...award, count }))}
              />
            )}
          </div>
          <LineActions list={awards} index={index} what={award.name} onChange={put} />
        </fieldset>
      ))}
      <Checkbox isSelected={last.count === null} onChange={setRest}>
        {t(messages.takesRest)}
      </Checkbox>
      {awards.length < AWARDS_MAX && (
        <span className="ui-row">
          <Button variant="quiet" icon="plus" onPress={() => put([...awards, newAward(awards)])}>
            {t(messages.addAward)}
          </Button>
        </span>
      )}
      <AfterFields rules={rules} onSet={onSet} />
    </Card>
  )
}
