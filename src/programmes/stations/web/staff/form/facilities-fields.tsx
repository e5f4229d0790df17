import { facilities } from '#programmes/stations/rules/facilities.ts'
import { CheckboxGroup } from '#ui/controls/checkbox-group.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { FacilityName } from '../types.ts'
import { fieldWords } from '../words.ts'
import { formMessages } from './messages.ts'
import type { SetValues } from './station-form.tsx'
import type { StationValues } from './station-values.ts'

type FacilitiesFieldsProps = { readonly values: StationValues; readonly onChange: SetValues }

export function FacilitiesFields({ values, onChange }: FacilitiesFieldsProps) {
  const t = useText()
  return (
    <>
      <div className="stations-facility-fields">
        <CheckboxGroup
          name="facilities"
          label={t(fieldWords['facilities']!)}
          options={facilities.map(({ id, text }) => ({ id, label: t(text) }))}
          value={[...values.facilities]}
          onChange={(chosen) => onChange({ facilities: chosen as FacilityName[] })}
        />
      </div>
      <TextField
        name="otherFacilities"
        label={t(formMessages.otherFacilities)}
        description={t(formMessages.otherHint)}
        isOptional
        value={values.otherFacilities}
        onChange={(otherFacilities) => onChange({ otherFacilities })}
      />
    </>
  )
}
