import { facilities } from '#programmes/stations/rules/facilities.ts'
import { documentKindWords, photoKindWords } from '#programmes/stations/rules/certificate/words.ts'
import type { Take } from '#programmes/stations/rules/standard/standard-schema.ts'
import { IconButton } from '#ui/controls/button.tsx'
import { CheckboxGroup } from '#ui/controls/checkbox-group.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { Text } from '#ui/i18n/text.ts'
import { standardMessages } from './messages.ts'
import { newTake } from './new-parts.ts'

type TakeEditorProps = {
  readonly take: Take
  readonly onChange: (take: Take) => void
  readonly onRemove?: () => void
}

const kindWords: Readonly<Record<Take['kind'], Text>> = {
  photo: standardMessages.kindPhoto,
  document: standardMessages.kindDocument,
  answer: standardMessages.kindAnswer,
  keeper: standardMessages.kindKeeper,
  place: standardMessages.kindPlace,
  facilities: standardMessages.kindFacilities,
}

/** One kind of evidence that would do, with its own fields. */
export function TakeEditor({ take, onChange, onRemove }: TakeEditorProps) {
  const t = useText()
  return (
    <div className="standard-take">
      <Select
        label={t(standardMessages.takeKind)}
        options={optionsOf(t, kindWords)}
        value={take.kind}
        onChange={(kind) => onChange(newTake(kind as Take['kind']))}
      />
      <OwnFields take={take} onChange={onChange} />
      {'maxAgeDays' in take && (
        <NumberField
          label={t(standardMessages.maxAge)}
          value={take.maxAgeDays}
          minValue={1}
          maxValue={3_650}
          unit={t(standardMessages.days)}
          onChange={(maxAgeDays) => Number.isInteger(maxAgeDays) && onChange({ ...take, maxAgeDays })}
        />
      )}
      {onRemove && (
        <IconButton
          icon="trash"
          label={t(standardMessages.remove, { what: t(kindWords[take.kind]) })}
          onPress={onRemove}
        />
      )}
    </div>
  )
}

const optionsOf = (t: (text: Text) => string, words: Readonly<Record<string, Text>>) =>
  Object.entries(words).map(([id, text]) => ({ id, label: t(text) }))

function OwnFields({ take, onChange }: Omit<TakeEditorProps, 'onRemove'>) {
  const t = useText()
  switch (take.kind) {
    case 'photo':
      return (
        <Select
          label={t(standardMessages.ofPhoto)}
          options={optionsOf(t, photoKindWords)}
          value={take.of}
          onChange={(of) => onChange({ ...take, of: of as typeof take.of })}
        />
      )
    case 'document':
      return (
        <Select
          label={t(standardMessages.ofDocument)}
          options={optionsOf(t, documentKindWords)}
          value={take.of}
          onChange={(of) => onChange({ ...take, of: of as typeof take.of })}
        />
      )
    case 'answer':
      return <QuestionFields take={take} onChange={onChange} />
    case 'facilities':
      return <FacilityFields take={take} onChange={onChange} />
    default:
      return null
  }
}

type OfKind<K extends Take['kind']> = {
  readonly take: Take & { kind: K }
  readonly onChange: (take: Take) => void
}

function QuestionFields({ take, onChange }: OfKind<'answer'>) {
  const t = useText()
  const { words } = take
  return (
    <>
      <TextField
        label={t(standardMessages.question)}
        value={take.question}
        onChange={(question) => onChange({ ...take, question })}
      />
      <TextField
        label={t(standardMessages.questionZh)}
        value={words.zh}
        onChange={(zh) => onChange({ ...take, words: { ...words, zh } })}
      />
      <TextField
        label={t(standardMessages.questionEn)}
        value={words.en}
        onChange={(en) => onChange({ ...take, words: { ...words, en } })}
      />
      <Select
        label={t(standardMessages.expects)}
        options={(['yes', 'no'] as const).map((id) => ({ id, label: t(standardMessages[id]) }))}
        value={take.expects}
        onChange={(expects) => onChange({ ...take, expects: expects as 'yes' | 'no' })}
      />
    </>
  )
}

function FacilityFields({ take, onChange }: OfKind<'facilities'>) {
  const t = useText()
  return (
    <>
      <NumberField
        label={t(standardMessages.atLeast)}
        value={take.atLeast}
        minValue={1}
        maxValue={40}
        hasSteps
        onChange={(atLeast) => Number.isInteger(atLeast) && onChange({ ...take, atLeast })}
      />
      <CheckboxGroup
        label={t(standardMessages.kindFacilities)}
        options={facilities.map(({ id, text }) => ({ id, label: t(text) }))}
        value={[...take.of]}
        onChange={(of) => of.length > 0 && onChange({ ...take, of })}
        isInline
      />
    </>
  )
}
