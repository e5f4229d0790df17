import { useEffect, useRef } from 'react'
import { cityDay } from '#platform/city-time.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../../../contract.ts'
import { recommendForm } from '../../../rules/founding/recommend-form.ts'
import { AdviceLines } from '../../advice-lines.tsx'
import { formWords } from '../../union-words.ts'
import type { StepProps } from '../apply-form.tsx'
import { factsOf, suggestedName, type Draft } from '../draft.ts'
import { messages } from '../messages.ts'

/** The form that the law wants or leaves free, why, and by which article; the person chooses among the lawful ones. */
export function FormStep({ draft, change }: StepProps) {
  const t = useText()
  const advice = recommendForm(factsOf(draft), cityDay(Date.now()))
  const isLawful = advice.lawful.includes(draft.form)
  useEffect(() => {
    if (!isLawful) change({ form: advice.form })
  })
  const chosen = isLawful ? draft.form : advice.form
  const suggested = useRef(suggestedName({ ...draft, form: chosen }))
  useEffect(() => {
    // Once, when the step opens: whoever empties the field wants another name.
    if (draft.unionName === '' && suggested.current !== '') change({ unionName: suggested.current })
    suggested.current = ''
  })
  return (
    <>
      <Card title={t(messages.recommended)}>
        <p className="unions-form-name">{t(formWords[advice.form])}</p>
        <p>{t(advice.why)}</p>
      </Card>
      <RadioGroup
        name="form"
        label={t(messages.choose)}
        options={advice.lawful.map((id) => ({
          id,
          label: id === advice.form ? `${t(formWords[id])}（${t(messages.suggested)}）` : t(formWords[id]),
        }))}
        value={chosen}
        onChange={(id) => change({ form: id as Draft['form'], levelAboveId: '' })}
      />
      <TextField
        name="unionName"
        label={t(messages.unionName)}
        value={draft.unionName}
        onChange={(unionName) => change({ unionName })}
      />
      <LevelAboveField draft={{ ...draft, form: chosen }} change={change} />
      <Card title={t(messages.lines)}>
        <AdviceLines lines={advice.lines.filter(({ rule }) => rule !== 'preparers')} />
      </Card>
    </>
  )
}

function LevelAboveField({ draft, change }: StepProps) {
  const t = useText()
  const hasDistrict = draft.adcode !== ''
  const levels = useAnswer(
    membership.listLevelsAbove,
    { adcode: draft.adcode, form: draft.form },
    { enabled: hasDistrict },
  )
  const rows = levels.data?.rows ?? []
  const [only] = rows
  useEffect(() => {
    // The district's own federation is the usual one; another may be chosen.
    const usual = rows.find(({ kind }) => kind === 'county-federation') ?? only
    if (draft.levelAboveId === '' && usual !== undefined) change({ levelAboveId: usual.id })
  })
  return (
    <Select
      name="levelAboveId"
      label={t(messages.levelAbove)}
      description={t(hasDistrict ? messages.levelAboveHint : messages.noLevels)}
      options={rows.map(({ id, name }) => ({ id, label: name }))}
      value={draft.levelAboveId === '' ? null : draft.levelAboveId}
      onChange={(levelAboveId) => change({ levelAboveId })}
    />
  )
}
