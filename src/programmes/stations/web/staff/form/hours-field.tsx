import { useMemo } from 'react'
import type { HoursRefusal } from '#programmes/stations/rules/hours-reading.ts'
import { parseOpeningHours, type HoursVerdict } from '#programmes/stations/rules/parse-opening-hours.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { HoursTable } from '../hours-table.tsx'
import { formMessages } from './messages.ts'
import type { SetValues } from './station-form.tsx'
import type { StationValues } from './station-values.ts'

type HoursFieldProps = { readonly values: StationValues; readonly onChange: SetValues }

/** Hours in a person's own words, and beside them day by day what was understood. */
export function HoursField({ values, onChange }: HoursFieldProps) {
  const t = useText()
  const verdict = useMemo(() => parseOpeningHours(values.hours), [values.hours])
  return (
    <div className="stations-hours">
      <TextArea
        name="hours"
        label={t(formMessages.hoursPart)}
        description={t(formMessages.hoursHint)}
        value={values.hours}
        onChange={(hours) => onChange({ hours })}
        rows={4}
      />
      {values.hours.trim() !== '' && (
        <div role="status" className="stations-understood" data-doubtful={isDoubtful(verdict) || undefined}>
          {verdict.ok ? (
            <Read verdict={verdict} />
          ) : (
            <NotRead refusal={verdict} onFix={(hours) => onChange({ hours })} />
          )}
        </div>
      )}
    </div>
  )
}

const isDoubtful = (verdict: HoursVerdict | HoursRefusal) => !verdict.ok || verdict.assumptions.length > 0

function Read({ verdict }: { verdict: HoursVerdict }) {
  const t = useText()
  return (
    <>
      <h3>{t(formMessages.understood)}</h3>
      <HoursTable hours={verdict.hours} />
      {verdict.assumptions.length > 0 && (
        <>
          <h4>{t(formMessages.assumed)}</h4>
          <ul className="stations-notes">
            {verdict.assumptions.map((assumption) => (
              <li key={assumption.zh}>{t(assumption)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function NotRead({ refusal, onFix }: { refusal: HoursRefusal; onFix: (hours: string) => void }) {
  const t = useText()
  return (
    <>
      <p>{t(refusal.reason)}</p>
      {refusal.fixes.map((fix) => (
        <div key={fix.value}>
          <Button icon="refresh" onPress={() => onFix(fix.value)}>
            {t(fix.label)}
          </Button>
        </div>
      ))}
      <h4>{t(formMessages.acceptedHours)}</h4>
      <ul className="stations-notes">
        {refusal.accepted.map((example) => (
          <li key={example.zh}>{t(example)}</li>
        ))}
      </ul>
    </>
  )
}
