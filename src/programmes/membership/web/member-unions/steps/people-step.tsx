import { Button, IconButton } from '#ui/controls/button.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { barredLines } from '../../../rules/founding/people-lines.ts'
import { AdviceLines } from '../../advice-lines.tsx'
import type { StepProps } from '../apply-form.tsx'
import type { Draft } from '../draft.ts'
import { messages } from '../messages.ts'

const PREPARERS_MAX = 5
const empty = { name: '', duty: 'preparer', isRelativeOfHead: false, isHeadOrInChargeOfWages: false } as const

/** Who prepares, whom to reach, and what workers and workplace think of it. */
export function PeopleStep(props: StepProps) {
  const t = useText()
  const { draft, change } = props
  return (
    <>
      <Preparers {...props} />
      <TextField
        name="contactName"
        label={t(messages.contactName)}
        autoComplete="name"
        value={draft.contactName}
        onChange={(contactName) => change({ contactName })}
      />
      <TextField
        name="contactPhone"
        label={t(messages.contactPhone)}
        description={t(messages.contactWhy)}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        value={draft.contactPhone}
        onChange={(contactPhone) => change({ contactPhone })}
      />
      <TextArea
        name="grounds"
        label={t(messages.grounds)}
        description={t(messages.groundsHint)}
        rows={4}
        value={draft.grounds}
        onChange={(grounds) => change({ grounds })}
      />
    </>
  )
}

function Preparers({ draft, change }: StepProps) {
  const t = useText()
  const { people } = draft
  const edit = (at: number, part: Partial<Draft['people'][number]>) =>
    change({ people: people.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  const barred = barredIn(draft)
  return (
    <fieldset className="unions-group">
      <legend>{t(messages.preparers)}</legend>
      <p className="ui-hint">{t(messages.preparersWhy)}</p>
      {people.map((one, at) => (
        <div key={at} className="unions-line">
          <TextField
            name={at === 0 ? 'people' : `people.${at}`}
            label={t(messages.personOf, { n: at + 1 })}
            value={one.name}
            onChange={(name) => edit(at, { name })}
          />
          <Checkbox
            isSelected={one.isRelativeOfHead ?? false}
            onChange={(isRelativeOfHead) => edit(at, { isRelativeOfHead })}
          >
            {t(messages.relative)}
          </Checkbox>
          {people.length > 1 && (
            <IconButton
              icon="trash"
              label={t(messages.remove)}
              onPress={() => change({ people: people.filter((_, index) => index !== at) })}
            />
          )}
        </div>
      ))}
      {people.length < PREPARERS_MAX && (
        <span className="ui-row">
          <Button icon="plus" onPress={() => change({ people: [...people, empty] })}>
            {t(messages.addPerson)}
          </Button>
        </span>
      )}
      {barred.length > 0 && <AdviceLines lines={barred} />}
    </fieldset>
  )
}

function barredIn({ unitKind, people }: Draft) {
  if (unitKind !== 'enterprise') return []
  return people.flatMap(({ name, duty, isRelativeOfHead = false, isHeadOrInChargeOfWages = false }) =>
    barredLines({ name, duty, isRelativeOfHead, isHeadOrInChargeOfWages }),
  )
}
