import { useState } from 'react'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { cityDay } from '#platform/city-time.ts'
import { useCommand } from '#platform/client/hooks.ts'
import type { InputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../../../contract.ts'
import { rollMessages } from './messages.ts'

export type StandingChange = 'retain' | 'resume' | 'expel'
type Why = InputOf<typeof membership.retainMember>['why']

const texts = {
  retain: { title: rollMessages.retain, text: rollMessages.retainText, verb: rollMessages.retain },
  resume: { title: rollMessages.resume, text: rollMessages.resumeText, verb: rollMessages.resume },
  expel: { title: rollMessages.expel, text: rollMessages.expelText, verb: rollMessages.expelConfirm },
} as const

type StandingDialogProps = {
  readonly person: { readonly bk: number; readonly id: string }
  readonly change: StandingChange
  readonly onClose: () => void
}

export function StandingDialog({ person, change, onClose }: StandingDialogProps) {
  const t = useText()
  return (
    <Dialog title={t(texts[change].title)} isAlert isOpen onOpenChange={onClose}>
      <p>{t(texts[change].text)}</p>
      <ChangeForm person={person} change={change} onClose={onClose} />
    </Dialog>
  )
}

const touched = ['memberships', 'review', 'work', 'people'] as const

function ChangeForm({ person, change, onClose }: StandingDialogProps) {
  const t = useText()
  const toast = useToast()
  const [why, setWhy] = useState<Why>('retired')
  const [fromDay, setFromDay] = useState<string | null>(cityDay(new Date()))
  const retain = useCommand(membership.retainMember, touched)
  const resume = useCommand(membership.resumeMember, touched)
  const expel = useCommand(membership.proposeExpulsion, touched)
  const done = {
    onSuccess: () => {
      toast({ text: t(rollMessages.saved) })
      onClose()
    },
  }
  const send = (data: FormData) => {
    const reason = formText(data, 'reason')
    const day = fromDay ?? cityDay(new Date())
    if (change === 'retain') retain.mutate({ person, why, fromDay: day, reason }, done)
    if (change === 'resume') resume.mutate({ person, fromDay: day, reason }, done)
    if (change === 'expel') expel.mutate({ person, reason }, done)
  }
  const one = { retain, resume, expel }[change]
  const whyWords = {
    retired: rollMessages.retired,
    'laid-off': rollMessages.laidOff,
    'union-dissolved': rollMessages.unionDissolved,
    other: rollMessages.other,
  } as const
  return (
    <Form onSubmit={send} {...formRefusal(one.error, t)}>
      {change === 'retain' && (
        <Select
          label={t(rollMessages.retainWhy)}
          options={Object.entries(whyWords).map(([id, label]) => ({ id, label: t(label) }))}
          value={why}
          onChange={(id) => setWhy(id as Why)}
        />
      )}
      {change !== 'expel' && (
        <DatePicker label={t(rollMessages.fromDay)} value={fromDay} onChange={setFromDay} name="fromDay" />
      )}
      <TextArea
        name="reason"
        label={t(rollMessages.reason)}
        description={t(rollMessages.reasonHint)}
        rows={3}
      />
      <div className="ui-dialog-actions">
        <Button onPress={onClose}>{t(rollMessages.cancel)}</Button>
        <Button type="submit" variant={change === 'expel' ? 'danger' : 'primary'} isPending={one.isPending}>
          {t(texts[change].verb)}
        </Button>
      </div>
    </Form>
  )
}
