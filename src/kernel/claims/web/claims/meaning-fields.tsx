import { NumberField } from '#ui/controls/number-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { SaidDimension } from '../../rules/relations/said.ts'
import { dimension } from '../../shapes-claims.ts'
import { meaningOf, type Meaning } from './meaning.ts'
import { staffMessages as words } from './staff-messages.ts'

const affixes: Partial<Record<SaidDimension, string>> = {
  money: '元',
  'money-of-others': '元',
  cover: '元',
  ratio: '%',
}

type MeaningProps = {
  phrase: string
  meaning: Meaning
  onChange: (phrase: string, meaning: Meaning) => void
}

/** The phrase as it was printed; what it says is read at once, and stays to be corrected. */
export function MeaningFields({ phrase, meaning, onChange }: MeaningProps) {
  const t = useText()
  const read = meaningOf(phrase, meaning.dimension)
  const change = (over: Partial<Meaning>) => onChange(phrase, { ...meaning, ...over })
  const affix = affixes[meaning.dimension] ?? meaning.unitZh
  const number = (name: 'value' | 'low' | 'high') => ({
    name,
    label: t(words[name]),
    value: meaning[name] ?? Number.NaN,
    formatOptions: { maximumFractionDigits: 6 },
    onChange: (value: number) => change({ [name]: Number.isNaN(value) ? null : value }),
    ...(affix !== '' && { unit: affix }),
  })
  return (
    <>
      <TextField
        name="words"
        label={t(words.words)}
        description={t(words.wordsHint)}
        value={phrase}
        onChange={(next) => onChange(next, meaningOf(next, meaning.dimension) ?? meaning)}
        maxLength={20}
        isRequired
      />
      <fieldset className="claims-meaning">
        <legend>{t(words.readAs)}</legend>
        <p role="status">
          {phrase !== '' &&
            t(read === undefined ? words.notRead : isAs(read, meaning) ? words.wasRead : words.wasMended)}
        </p>
        <div className="claims-meaning-numbers">
          <NumberField {...number('value')} isRequired />
          <NumberField {...number('low')} />
          <NumberField {...number('high')} description={t(words.highHint)} />
        </div>
        <div className="claims-meaning-numbers">
          <TextField
            name="unitZh"
            label={t(words.unit)}
            value={meaning.unitZh}
            onChange={(unitZh) => change({ unitZh })}
            isRequired
          />
          <Select
            label={t(words.dimension)}
            options={dimension.options.map((id) => ({ id, label: t(words[id]) }))}
            value={meaning.dimension}
            onChange={(id) => change({ dimension: id as SaidDimension })}
          />
        </div>
      </fieldset>
    </>
  )
}

const isAs = (read: Meaning, meaning: Meaning): boolean =>
  (['value', 'low', 'high', 'unitZh'] as const).every((name) => read[name] === meaning[name])
