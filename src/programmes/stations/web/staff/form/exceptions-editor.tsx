import { useState } from 'react'
import { formatOpeningException } from '#programmes/stations/rules/format-opening-hours.ts'
import { Button, IconButton } from '#ui/controls/button.tsx'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useLanguage, useText } from '#ui/i18n/language.tsx'
import { Icon } from '#ui/pictures/icon.tsx'
import { readDayTimes, type WrittenException } from './exception-values.ts'
import { formMessages } from './messages.ts'
import type { SetValues } from './station-form.tsx'
import type { StationValues } from './station-values.ts'

type ExceptionsEditorProps = {
  readonly values: StationValues
  readonly onChange: SetValues
  readonly error: string | undefined
}

/** Dated days that differ from the week: each with its times, read while they are typed. */
export function ExceptionsEditor({ values, onChange, error }: ExceptionsEditorProps) {
  const t = useText()
  const [added, setAdded] = useState(0)
  const { exceptions } = values
  const replace = (key: string, next: WrittenException) =>
    onChange({ exceptions: exceptions.map((one) => (one.key === key ? next : one)) })
  const add = () => {
    setAdded(added + 1)
    onChange({ exceptions: [...exceptions, { key: `new-${added}`, date: null, times: '', note: '' }] })
  }
  return (
    <fieldset className="ui-field" data-invalid={error !== undefined || undefined}>
      <legend className="ui-label">{t(formMessages.exceptions)}</legend>
      <p className="ui-hint">{t(formMessages.exceptionsHint)}</p>
      {error && (
        <p className="ui-field-error">
          <Icon name="warning" />
          {error}
        </p>
      )}
      {exceptions.map((exception) => (
        <ExceptionRow
          key={exception.key}
          exception={exception}
          onChange={(next) => replace(exception.key, next)}
          onRemove={() => onChange({ exceptions: exceptions.filter((one) => one !== exception) })}
        />
      ))}
      {/* The summary of errors leads here by this name. */}
      <input type="hidden" name="exceptions" />
      <div>
        <Button icon="plus" onPress={add}>
          {t(formMessages.addException)}
        </Button>
      </div>
    </fieldset>
  )
}

type ExceptionRowProps = {
  readonly exception: WrittenException
  readonly onChange: (exception: WrittenException) => void
  readonly onRemove: () => void
}

function ExceptionRow({ exception, onChange, onRemove }: ExceptionRowProps) {
  const t = useText()
  const { language } = useLanguage()
  const read = readDayTimes(exception.times)
  const date = exception.date ?? t(formMessages.thisDay)
  return (
    <div className="stations-exception">
      <DatePicker
        label={t(formMessages.exceptionDate)}
        value={exception.date}
        onChange={(day) => onChange({ ...exception, date: day })}
      />
      <TextField
        label={t(formMessages.exceptionTimes)}
        value={exception.times}
        onChange={(times) => onChange({ ...exception, times })}
        {...(!read.ok && { errorMessage: t(read.reason) })}
      />
      <TextField
        label={t(formMessages.exceptionNote)}
        isOptional
        maxLength={100}
        value={exception.note}
        onChange={(note) => onChange({ ...exception, note })}
      />
      <IconButton icon="trash" label={t(formMessages.removeException, { date })} onPress={onRemove} />
      {read.ok && (
        <p className="ui-hint stations-exception-read" role="status">
          {formatOpeningException({ date, spans: [...read.spans] })[language]}
        </p>
      )}
    </div>
  )
}
