import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { stations } from '../../contract.ts'
import { keeperMessages } from './keeper-messages.ts'
import { readAnnouncement, type Announcement, type AnnouncementFault } from './view/announcement.ts'

const NOTE_MAX = 100
const usual: Announcement = {
  date: '',
  how: 'closed',
  from: '08:00',
  to: '12:00',
  isNextDay: false,
  note: '',
}

const faultWords: Readonly<Record<AnnouncementFault, (typeof keeperMessages)['dayMissing' | 'timesWrong']>> =
  {
    'day-missing': keeperMessages.dayMissing,
    'times-wrong': keeperMessages.timesWrong,
  }

/** A day that differs, told before it comes. The browser's own pickers: they are made for one thumb. */
export function AnnounceForm({ code }: { code: string }) {
  const t = useText()
  const toast = useToast()
  const command = useCommand(stations.announceException)
  const [draft, setDraft] = useState(usual)
  const [fault, setFault] = useState<AnnouncementFault>()
  const change = (part: Partial<Announcement>) => setDraft({ ...draft, ...part })
  const submit = () => {
    const read = readAnnouncement(draft)
    setFault(read.fault)
    if (read.fault !== undefined) return
    const told = () => {
      setDraft(usual)
      toast({ text: t(keeperMessages.announced) })
    }
    command.mutate({ code, ...read.input }, { onSuccess: told })
  }
  const dayError = fault === 'day-missing' && { errorMessage: t(faultWords[fault]) }
  return (
    <Form
      onSubmit={submit}
      {...(command.error && { formError: t(command.error.problems[0]?.reason ?? command.error.text) })}
    >
      <TextField
        label={t(keeperMessages.announceDay)}
        type="date"
        value={draft.date}
        onChange={(date) => change({ date })}
        {...dayError}
      />
      <SegmentedControl
        label={t(keeperMessages.announceHow)}
        segments={[
          { id: 'closed', label: t(keeperMessages.closedAllDay) },
          { id: 'hours', label: t(keeperMessages.otherHours) },
        ]}
        value={draft.how}
        onChange={(how) => change({ how })}
      />
      {draft.how === 'hours' && <Times draft={draft} change={change} fault={fault} />}
      <TextField
        label={t(keeperMessages.announceNote)}
        isOptional
        maxLength={NOTE_MAX}
        value={draft.note}
        onChange={(note) => change({ note })}
      />
      <Button type="submit" variant="primary" wide isPending={command.isPending}>
        {t(keeperMessages.sendAnnouncement)}
      </Button>
    </Form>
  )
}

type TimesProps = {
  draft: Announcement
  change: (part: Partial<Announcement>) => void
  fault: AnnouncementFault | undefined
}

function Times({ draft, change, fault }: TimesProps) {
  const t = useText()
  const error = fault === 'times-wrong' && { errorMessage: t(faultWords[fault]) }
  return (
    <>
      <div className="stations-times">
        <TextField
          label={t(keeperMessages.from)}
          type="time"
          value={draft.from}
          onChange={(from) => change({ from })}
        />
        <TextField
          label={t(keeperMessages.to)}
          type="time"
          value={draft.to}
          onChange={(to) => change({ to })}
          {...error}
        />
      </div>
      <Checkbox isSelected={draft.isNextDay} onChange={(isNextDay) => change({ isNextDay })}>
        {t(keeperMessages.closesNextDay)}
      </Checkbox>
    </>
  )
}
