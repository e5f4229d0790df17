import { useCity } from '#kernel/city/client.ts'
import { creditCodeProblem, creditCodeSuggestions } from '#kernel/organisations/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { scope as scopes, unionTrade, unitKind } from '../../../shapes-unions.ts'
import { scopeWords, tradeWords, unitKindWords } from '../../union-words.ts'
import type { StepProps } from '../apply-form.tsx'
import type { Draft } from '../draft.ts'
import { messages } from '../messages.ts'

const OTHER = 'other'

/** Which workplace, area or trade. */
export function UnitStep({ draft, change }: StepProps) {
  const t = useText()
  const isUnit = draft.scope === 'one-unit' || draft.scope === 'several-units'
  return (
    <>
      <RadioGroup
        name="scope"
        label={t(messages.scope)}
        options={scopes.options.map((id) => ({
          id,
          label: t(scopeWords[id].text),
          description: t(scopeWords[id].hint),
        }))}
        value={draft.scope}
        onChange={(id) => change({ scope: id as Draft['scope'] })}
      />
      <TextField
        name="unitName"
        label={t(isUnit ? messages.unitName : messages.areaName)}
        value={draft.unitName}
        onChange={(unitName) => change({ unitName })}
      />
      {isUnit && <CodeField draft={draft} change={change} />}
      {isUnit && (
        <Select
          name="unitKind"
          label={t(messages.unitKind)}
          options={unitKind.options.map((id) => ({ id, label: t(unitKindWords[id]) }))}
          value={draft.unitKind}
          onChange={(id) => change({ unitKind: id as Draft['unitKind'] })}
        />
      )}
      {isUnit && (
        <TextField
          name="unitFoundedOn"
          type="date"
          isOptional
          label={t(messages.unitFoundedOn)}
          value={draft.unitFoundedOn ?? ''}
          onChange={(day) => change({ unitFoundedOn: day === '' ? null : day })}
        />
      )}
      <DistrictField draft={draft} change={change} />
      <TextField
        name="address"
        isOptional
        label={t(messages.address)}
        value={draft.address ?? ''}
        onChange={(address) => change({ address })}
      />
      <Select
        name="trade"
        label={t(messages.trade)}
        options={[
          ...unionTrade.options.map((id) => ({ id: id as string, label: t(tradeWords[id]) })),
          { id: OTHER, label: t(messages.noTrade) },
        ]}
        value={draft.trade ?? OTHER}
        onChange={(id) =>
          change(id === OTHER ? { trade: null } : { trade: id as Draft['trade'], newForm: true })
        }
      />
      <Checkbox isSelected={draft.newForm} onChange={(newForm) => change({ newForm })}>
        {t(messages.newForm)}
      </Checkbox>
    </>
  )
}

/** Judged while it is typed, by the same rule as at the server; likely readings can be taken over by a press. */
function CodeField({ draft, change }: StepProps) {
  const t = useText()
  const code = draft.unitCode.trim().toUpperCase()
  const problem = code.length < 18 ? undefined : creditCodeProblem(code)
  const fixes = problem === undefined ? [] : creditCodeSuggestions(code)
  return (
    <div className="ui-stack">
      <TextField
        name="unitCode"
        label={t(messages.unitCode)}
        description={t(messages.unitCodeHint)}
        value={draft.unitCode}
        maxLength={24}
        autoComplete="off"
        onChange={(unitCode) => change({ unitCode: unitCode.toUpperCase().replaceAll(/\s/g, '') })}
        {...(problem && { errorMessage: t(problem.reason) })}
      />
      {code.length === 18 && problem === undefined && (
        <StatusBadge status="good">{t(messages.codeGood)}</StatusBadge>
      )}
      {fixes.map((fix) => (
        <span key={fix} className="ui-row">
          <Button onPress={() => change({ unitCode: fix })}>{t(messages.useCode, { code: fix })}</Button>
        </span>
      ))}
    </div>
  )
}

function DistrictField({ draft, change }: StepProps) {
  const t = useText()
  const districts = useCity().data?.districts ?? []
  return (
    <Select
      name="adcode"
      label={t(messages.district)}
      options={districts.map(({ adcode, name }) => ({ id: adcode, label: t(name) }))}
      value={draft.adcode === '' ? null : draft.adcode}
      onChange={(adcode) => change({ adcode, levelAboveId: '' })}
    />
  )
}
