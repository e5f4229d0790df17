import { Checkbox } from '#ui/controls/checkbox.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ContestRules } from '../../../shapes.ts'
import { CountField } from './count-field.tsx'
import { formMessages as messages } from './messages.ts'
import type { RulesProps } from './rules-form.tsx'

/** The prize for units, who is put forward, and how long the result is on notice. */
export function AfterFields({ rules, onSet }: RulesProps) {
  const t = useText()
  const { organisationPrize: prize, recommendation } = rules
  const firstPrize = { name: t(messages.usualPrizeName), count: 5, pointsPerEntry: 1, pointsPerAward: {} }
  const firstList = { to: '', count: 10 }
  return (
    <>
      <Checkbox
        isSelected={prize !== null}
        onChange={(isOn) => onSet({ organisationPrize: isOn ? firstPrize : null })}
        description={t(messages.organisationPrizeHint)}
      >
        {t(messages.organisationPrize)}
      </Checkbox>
      {prize !== null && <PrizeFields rules={rules} prize={prize} onSet={onSet} />}
      <Checkbox
        isSelected={recommendation !== null}
        onChange={(isOn) => onSet({ recommendation: isOn ? firstList : null })}
        description={t(messages.recommendationHint)}
      >
        {t(messages.recommendation)}
      </Checkbox>
      {recommendation !== null && (
        <div className="contest-fields">
          <TextField
            name="rules.recommendation.to"
            label={t(messages.recommendTo)}
            value={recommendation.to}
            onChange={(to) => onSet({ recommendation: { ...recommendation, to } })}
          />
          <CountField
            name="rules.recommendation.count"
            label={t(messages.recommendCount)}
            unit={t(messages.pieces)}
            max={1_000}
            value={recommendation.count}
            onChange={(count) => onSet({ recommendation: { ...recommendation, count } })}
          />
        </div>
      )}
      <div className="contest-fields">
        <CountField
          name="rules.noticeWorkingDays"
          label={t(messages.noticeDays)}
          unit={t(messages.days)}
          max={30}
          value={rules.noticeWorkingDays}
          onChange={(noticeWorkingDays) => onSet({ noticeWorkingDays })}
        />
      </div>
    </>
  )
}

type Prize = NonNullable<ContestRules['organisationPrize']>

function PrizeFields({ rules, prize, onSet }: RulesProps & { readonly prize: Prize }) {
  const t = useText()
  const set = (part: Partial<Prize>) => onSet({ organisationPrize: { ...prize, ...part } })
  return (
    <div className="contest-fields">
      <TextField
        name="rules.organisationPrize.name"
        label={t(messages.prizeName)}
        value={prize.name}
        onChange={(name) => set({ name })}
      />
      <CountField
        name="rules.organisationPrize.count"
        label={t(messages.count)}
        max={500}
        value={prize.count}
        onChange={(count) => set({ count })}
      />
      <CountField
        name="rules.organisationPrize.pointsPerEntry"
        label={t(messages.pointsPerEntry)}
        unit={t(messages.points)}
        min={0}
        max={1_000}
        value={prize.pointsPerEntry}
        onChange={(pointsPerEntry) => set({ pointsPerEntry })}
      />
      {rules.awards.map(({ id, name }) => (
        <CountField
          key={id}
          name={`rules.organisationPrize.pointsPerAward.${id}`}
          label={t(messages.pointsPer, { name })}
          unit={t(messages.points)}
          min={0}
          max={1_000}
          value={prize.pointsPerAward[id] ?? 0}
          onChange={(points) => set({ pointsPerAward: { ...prize.pointsPerAward, [id]: points } })}
        />
      ))}
    </div>
  )
}
