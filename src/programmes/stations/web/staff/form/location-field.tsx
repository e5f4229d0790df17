import { useCity } from '#kernel/city/client.ts'
import {
  datumNames,
  locate,
  roundDegrees,
  type Datum,
  type Degrees,
} from '#programmes/stations/rules/coordinates.ts'
import { readCoordinates, type CoordinatesVerdict } from '#programmes/stations/rules/read-coordinates.ts'
import { Button } from '#ui/controls/button.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Skeleton } from '#ui/states/loading-state.tsx'
import { PickMap } from '../map/pick-map.tsx'
import { fieldWords } from '../words.ts'
import { formMessages } from './messages.ts'
import type { SetValues } from './station-form.tsx'
import type { StationValues } from './station-values.ts'

type LocationFieldProps = { readonly values: StationValues; readonly onChange: SetValues }

/** The place as it was noted down, its datum, and where that is: the drawing shows it and can set it. */
export function LocationField({ values, onChange }: LocationFieldProps) {
  const t = useText()
  const city = useCity().data
  const verdict = readCoordinates(values.location)
  const place = verdict.ok ? locate(verdict.degrees, values.datum, '') : undefined
  const pick = ({ longitude, latitude }: Degrees) =>
    onChange({ location: `${longitude}, ${latitude}`, datum: 'GCJ-02' })
  return (
    <div className="stations-place">
      <div className="ui-stack">
        <TextField
          name="location"
          label={t(fieldWords['location']!)}
          description={t(formMessages.locationHint)}
          value={values.location}
          onChange={(location) => onChange({ location })}
        />
        <Understood
          verdict={verdict}
          written={values.location}
          onRewrite={(location) => onChange({ location })}
        />
        <RadioGroup
          label={t(formMessages.datum)}
          options={(['GCJ-02', 'WGS-84'] as const).map((id) => ({ id, label: t(datumNames[id]) }))}
          value={values.datum}
          onChange={(datum) => onChange({ datum: datum as Datum })}
        />
      </div>
      {city === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <PickMap drawing={city.schematic} place={place} onPick={pick} />
      )}
    </div>
  )
}

type UnderstoodProps = {
  readonly verdict: CoordinatesVerdict
  readonly written: string
  readonly onRewrite: (written: string) => void
}

/** What was read while typing, with what was put right said, and the fix as one press. */
function Understood({ verdict, written, onRewrite }: UnderstoodProps) {
  const t = useText()
  if (written.trim() === '') return null
  if (!verdict.ok) {
    return (
      <div className="stations-understood" data-doubtful role="status">
        <p>
          {t(verdict.reason)} {t(verdict.accepted)}
        </p>
        {verdict.fix && <Rewrite value={verdict.fix.value} onRewrite={onRewrite} />}
      </div>
    )
  }
  const longitude = String(roundDegrees(verdict.degrees.longitude))
  const latitude = String(roundDegrees(verdict.degrees.latitude))
  const plain = `${longitude}, ${latitude}`
  return (
    <div
      className="stations-understood"
      data-doubtful={verdict.remarks.length > 0 || undefined}
      role="status"
    >
      <p className="ui-figures">{t(formMessages.understoodPlace, { longitude, latitude })}</p>
      {verdict.remarks.map((remark) => (
        <p key={remark.zh}>{t(remark)}</p>
      ))}
      {verdict.remarks.length > 0 && plain !== written.trim() && (
        <Rewrite value={plain} onRewrite={onRewrite} />
      )}
    </div>
  )
}

function Rewrite({ value, onRewrite }: { value: string; onRewrite: (written: string) => void }) {
  const t = useText()
  return (
    <Button icon="refresh" onPress={() => onRewrite(value)}>
      {t(formMessages.rewrite, { value })}
    </Button>
  )
}
