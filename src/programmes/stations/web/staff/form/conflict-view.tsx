import { useEffect, useRef, useState } from 'react'
import { useCity } from '#kernel/city/client.ts'
import type { Text } from '#platform/text.ts'
import { Button } from '#ui/controls/button.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '../messages.ts'
import { fieldWords } from '../words.ts'
import { isDecided, settledChoices, type Choices, type Difference, type Side } from './conflict.ts'
import { formMessages } from './messages.ts'

type ConflictViewProps = {
  /** Who changed it when, in the server's words. */
  readonly what: Text
  readonly version: number
  readonly differences: readonly Difference[]
  readonly isPending: boolean
  readonly onSave: (choices: Choices) => void
  readonly onBack: () => void
}

/** Both versions side by side, a choice a field. The person's own input stays until they choose against it. */
export function ConflictView({ what, version, differences, isPending, onSave, onBack }: ConflictViewProps) {
  const t = useText()
  const head = useRef<HTMLDivElement>(null)
  const [choices, setChoices] = useState<Choices>(() => settledChoices(differences))
  useEffect(() => head.current?.focus(), [])
  const left = differences.filter(({ field }) => choices[field] === undefined).length
  return (
    <Card title={t(formMessages.conflictTitle)}>
      <div ref={head} tabIndex={-1} role="alert" className="ui-stack">
        <p>{t(what)}</p>
        <p>{t(differences.length === 0 ? formMessages.conflictNone : formMessages.conflictWhat)}</p>
      </div>
      <ul className="stations-plain stations-differences">
        {differences.map((difference) => (
          <DifferenceRow
            key={difference.field}
            difference={difference}
            version={version}
            choice={choices[difference.field]}
            onChoose={(side) => setChoices({ ...choices, [difference.field]: side })}
          />
        ))}
      </ul>
      <div className="ui-row">
        <Button
          variant="primary"
          isPending={isPending}
          isDisabled={!isDecided(differences, choices)}
          onPress={() => onSave(choices)}
        >
          {t(formMessages.saveMerged)}
        </Button>
        <Button onPress={onBack}>{t(formMessages.backToForm)}</Button>
        {left > 0 && <span role="status">{t(formMessages.undecided, { count: left })}</span>}
      </div>
    </Card>
  )
}

type DifferenceRowProps = {
  readonly difference: Difference
  readonly version: number
  readonly choice: Side | undefined
  readonly onChoose: (side: Side) => void
}

const changedWords = { me: formMessages.byMe, them: formMessages.byThem, both: formMessages.byBoth } as const

function DifferenceRow({ difference, version, choice, onChoose }: DifferenceRowProps) {
  const t = useText()
  const { field, changedBy } = difference
  const districts = useCity().data?.districts ?? []
  const shown = (text: Text) => {
    if (text.zh === '') return t(messages.none)
    const district = field === 'adcode' && districts.find(({ adcode }) => adcode === text.zh)
    return t(district ? district.name : text)
  }
  return (
    <li data-open={choice === undefined || undefined}>
      <RadioGroup
        label={t(fieldWords[field]!)}
        description={t(changedWords[changedBy])}
        options={[
          { id: 'mine', label: t(formMessages.mine), description: shown(difference.mine) },
          { id: 'theirs', label: t(formMessages.theirs, { version }), description: shown(difference.theirs) },
        ]}
        value={choice ?? ''}
        onChange={(side) => onChoose(side as Side)}
      />
    </li>
  )
}
