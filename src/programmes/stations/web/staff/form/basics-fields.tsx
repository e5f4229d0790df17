import { useCity } from '#kernel/city/client.ts'
import { stationLevel } from '#programmes/stations/shapes.ts'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { StationLevel } from '../types.ts'
import { fieldWords, levelWords } from '../words.ts'
import { formMessages } from './messages.ts'
import type { SetValues } from './station-form.tsx'
import type { StationValues } from './station-values.ts'

type FieldsProps = { readonly values: StationValues; readonly onChange: SetValues }
type TextName = 'name' | 'address' | 'hostUnit' | 'phone'

export function BasicsFields({ values, onChange }: FieldsProps) {
  const t = useText()
  const districts = useCity().data?.districts ?? []
  const field = (name: TextName) => ({
    name,
    label: t(fieldWords[name]!),
    value: values[name],
    onChange: (value: string) => onChange({ [name]: value }),
  })
  return (
    <>
      <TextField {...field('name')} />
      <div className="stations-pair">
        <Select
          name="adcode"
          label={t(fieldWords['adcode']!)}
          placeholder={t(formMessages.districtChoose)}
          options={districts.map(({ adcode, name }) => ({ id: adcode, label: t(name) }))}
          value={values.adcode === '' ? null : values.adcode}
          onChange={(adcode) => onChange({ adcode })}
        />
        <Select
          name="level"
          label={t(fieldWords['level']!)}
          options={stationLevel.options.map((id) => ({ id, label: t(levelWords[id]) }))}
          value={values.level}
          onChange={(level) => onChange({ level: level as StationLevel })}
        />
      </div>
      <TextField {...field('address')} description={t(formMessages.addressHint)} />
      <TextField {...field('hostUnit')} description={t(formMessages.hostUnitHint)} isOptional />
      <div className="stations-pair">
        <TextField {...field('phone')} description={t(formMessages.phoneHint)} inputMode="tel" isOptional />
        <DatePicker
          name="openedOn"
          label={t(fieldWords['openedOn']!)}
          value={values.openedOn}
          onChange={(openedOn) => onChange({ openedOn })}
          isOptional
        />
      </div>
    </>
  )
}
