import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { review } from '../contract.ts'
import { readCalendarText } from '../rules/calendar-text.ts'
import { calendarMessages as messages } from './calendar-messages.ts'

type ImportYearProps = { bundledYears: readonly number[]; year: number; onClose: () => void }

/** A year's notice, typed or from the collection; every open deadline that runs through it is computed anew. */
export function ImportYearDialog({ bundledYears, year, onClose }: ImportYearProps) {
  const t = useText()
  const { submit, refusal, isPending } = useImport(onClose)
  const years = `${bundledYears[0] ?? ''}–${bundledYears.at(-1) ?? ''}`
  return (
    <Dialog title={t(messages.import)} isOpen onOpenChange={onClose} size="large">
      <Form onSubmit={submit} {...refusal}>
        <NumberField
          name="year"
          label={t(messages.year)}
          defaultValue={year}
          formatOptions={{ useGrouping: false }}
        />
        <TextField
          name="noticeNo"
          label={t(messages.noticeNo)}
          description={t(messages.noticeHint)}
          isOptional
        />
        <TextArea
          name="days"
          label={t(messages.days)}
          description={t(messages.importHint, { years })}
          isOptional
          rows={10}
        />
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t(messages.import)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

function useImport(onDone: () => void) {
  const t = useText()
  const toast = useToast()
  const [errors, setErrors] = useState<Record<string, string>>()
  const command = useCommand(review.importCalendarYear)
  const submit = (data: FormData) => {
    const read = readCalendarText(formText(data, 'days'))
    if ('line' in read) return setErrors({ days: t(messages.badLine, { line: read.line, text: read.text }) })
    setErrors(undefined)
    const noticeNo = formText(data, 'noticeNo')
    return command.mutate(
      {
        year: Number(formText(data, 'year')),
        ...(noticeNo !== '' && { noticeNo, source: noticeNo }),
        ...(read.days.length > 0 && { days: read.days }),
      },
      {
        onSuccess: ({ days, recomputed }) => {
          toast({ text: t(messages.done, { days, recomputed }) })
          onDone()
        },
      },
    )
  }
  const refusal = errors === undefined ? formRefusal(command.error, t) : { errors }
  return { submit, refusal, isPending: command.isPending }
}
