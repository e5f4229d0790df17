import { useState } from 'react'
import { useCity } from '#kernel/city/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { FacilitiesFields } from '../../staff/form/facilities-fields.tsx'
import { HoursField } from '../../staff/form/hours-field.tsx'
import { LocationField } from '../../staff/form/location-field.tsx'
import type { useRefusals } from '../../staff/form/use-refusals.ts'
import { fieldWords } from '../../staff/words.ts'
import { askPosition, usePosition } from '../device/position.ts'
import type { ApplyValues, ChangeApplication } from './apply-values.ts'
import { applyMessages as messages } from './messages.ts'
import { PhotosField } from './photos-field.tsx'

type ApplyFormProps = {
  readonly values: ApplyValues
  readonly onChange: ChangeApplication
  readonly onSubmit: () => void
  readonly isPending: boolean
  readonly refusals: ReturnType<typeof useRefusals>
  readonly sendLabel: string
}

/** Everything a host unit says of its place, on a phone: where, when, what, who, and how it looks. */
export function ApplyForm({ values, onChange, onSubmit, isPending, refusals, sendLabel }: ApplyFormProps) {
  const t = useText()
  const districts = useCity().data?.districts ?? []
  const field = (name: 'name' | 'address' | 'hostUnit' | 'phone' | 'keeperName' | 'keeperPhone') => ({
    name,
    value: values[name],
    onChange: (value: string) => onChange({ [name]: value }),
  })
  const { errors, formError } = refusals
  return (
    <Form onSubmit={onSubmit} errors={errors} {...(formError && { formError })}>
      <Card title={t(messages.unitPart)}>
        <TextField {...field('hostUnit')} label={t(messages.hostUnit)} />
        <TextField {...field('name')} label={t(messages.name)} description={t(messages.nameHint)} />
        <Select
          name="adcode"
          label={t(fieldWords['adcode']!)}
          options={districts.map(({ adcode, name }) => ({ id: adcode, label: t(name) }))}
          value={values.adcode === '' ? null : values.adcode}
          onChange={(adcode) => onChange({ adcode })}
        />
        <TextField {...field('address')} label={t(fieldWords['address']!)} />
        <HereButton onFound={(location) => onChange({ location, datum: 'WGS-84' })} />
        <LocationField values={values} onChange={onChange} />
        <TextField {...field('phone')} label={t(messages.phone)} inputMode="tel" isOptional />
      </Card>
      <Card title={t(fieldWords['hours']!)}>
        <HoursField values={values} onChange={onChange} />
      </Card>
      <Card title={t(fieldWords['facilities']!)}>
        <FacilitiesFields values={values} onChange={onChange} />
      </Card>
      <Card title={t(messages.photosPart)}>
        <PhotosField
          photos={values.photos}
          error={errors['photos']}
          onAdd={(photo) => onChange(({ photos }) => ({ photos: [...photos, photo] }))}
          onRemove={(id) =>
            onChange(({ photos }) => ({ photos: photos.filter(({ fileId }) => fileId !== id) }))
          }
        />
      </Card>
      <Card title={t(messages.keeperPart)}>
        <p className="ui-hint">{t(messages.keeperWhy)}</p>
        <TextField {...field('keeperName')} label={t(messages.keeperName)} />
        <TextField {...field('keeperPhone')} label={t(messages.keeperPhone)} inputMode="tel" />
      </Card>
      <div data-field="consent">
        <Checkbox isSelected={values.consent} onChange={(consent) => onChange({ consent })}>
          {t(messages.consent)}
        </Checkbox>
        {errors['consent'] && (
          <p role="alert" className="ui-field-error">
            {errors['consent']}
          </p>
        )}
      </div>
      <Button type="submit" variant="primary" wide isPending={isPending}>
        {sendLabel}
      </Button>
    </Form>
  )
}

/** The phone's own position, asked for by a press and never by opening the page. */
function HereButton({ onFound }: { readonly onFound: (location: string) => void }) {
  const t = useText()
  const position = usePosition()
  const [isAsked, setAsked] = useState(false)
  const ask = async () => {
    setAsked(true)
    const found = await askPosition()
    if (found.kind === 'known') onFound(`${found.received.longitude}, ${found.received.latitude}`)
  }
  return (
    <div className="ui-stack">
      <Button icon="target" wide isPending={position.kind === 'asking'} onPress={() => void ask()}>
        {t(position.kind === 'asking' ? messages.asking : messages.here)}
      </Button>
      {isAsked && ['refused', 'failed', 'unsupported'].includes(position.kind) && (
        <p role="status">{t(messages.noPosition)}</p>
      )}
    </div>
  )
}
