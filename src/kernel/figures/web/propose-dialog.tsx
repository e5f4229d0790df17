import { useState } from 'react'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { CheckboxGroup } from '#ui/controls/checkbox-group.tsx'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { figures } from '../contract.ts'
import { messages as publicMessages } from './messages.ts'
import { staffMessages as messages } from './staff-messages.ts'

type ProposeDialogProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** Which figures, of which day, under which title. Values are taken when somebody else approves. */
export function ProposeDialog(props: ProposeDialogProps) {
  const t = useText()
  const report = useAnswer(figures.listFigures, {}, { enabled: props.isOpen })
  return (
    <Dialog title={t(messages.propose)} size="large" {...props}>
      <Answered to={report}>
        {({ asOf, rows }) => (
          <ProposeForm
            today={asOf}
            options={rows.map(({ key, title }) => ({ id: key, label: t(title) }))}
            onDone={() => props.onOpenChange(false)}
          />
        )}
      </Answered>
    </Dialog>
  )
}

type FormProps = { today: string; options: { id: string; label: string }[]; onDone: () => void }

const NO_CORRECTION = 'none'

function ProposeForm({ today, options, onDone }: FormProps) {
  const t = useText()
  const toast = useToast()
  const command = useCommand(figures.proposePublication, ['audit', 'work'])
  const earlier = useAnswer(figures.listPublications, { pageSize: 50 }).data?.rows ?? []
  const [keys, setKeys] = useState(options.map(({ id }) => id))
  const [asOf, setAsOf] = useState(today)
  const [corrects, setCorrects] = useState(NO_CORRECTION)
  const refusals = useRefusals(command.error)
  const submit = async (data: FormData) => {
    const correction = corrects === NO_CORRECTION ? {} : { corrects }
    await command.mutateAsync({
      title: String(data.get('title')),
      note: String(data.get('note')),
      asOf,
      keys,
      ...correction,
    })
    toast({ text: t(messages.proposedToast) })
    onDone()
  }
  return (
    <Form onSubmit={(data) => void submit(data).catch(() => undefined)} {...refusals}>
      <p>{t(messages.proposeLede)}</p>
      <TextField name="title" label={t(messages.nameOf)} description={t(messages.nameHint)} isRequired />
      <DatePicker
        label={t(messages.asOf)}
        name="asOf"
        value={asOf}
        max={today}
        onChange={(day) => setAsOf(day ?? today)}
      />
      <CheckboxGroup
        name="keys"
        label={t(messages.which)}
        options={options}
        value={keys}
        onChange={setKeys}
      />
      <TextArea name="note" label={t(messages.note)} rows={2} />
      {earlier.length > 0 && (
        <Select
          label={t(messages.corrects)}
          options={[
            { id: NO_CORRECTION, label: t(messages.correctsNone) },
            ...earlier.map(({ id, title }) => ({ id, label: title })),
          ]}
          value={corrects}
          onChange={(id) => setCorrects(id ?? NO_CORRECTION)}
        />
      )}
      <div className="ui-dialog-actions">
        <Button type="submit" variant="primary" isPending={command.isPending}>
          {t(messages.send)}
        </Button>
      </div>
    </Form>
  )
}

/** What the server refused, beside its fields. */
function useRefusals(error: ReturnType<typeof useCommand<typeof figures.proposePublication>>['error']) {
  const t = useText()
  if (error === null) return {}
  if (error.problems.length === 0) return { formError: t(error.text ?? publicMessages.none) }
  return { errors: Object.fromEntries(error.problems.map(({ field, reason }) => [field, t(reason)])) }
}
