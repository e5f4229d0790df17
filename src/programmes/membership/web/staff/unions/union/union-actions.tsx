import { useState, type ReactNode } from 'react'
import { formRefusal } from '#kernel/organisations/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import type { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../../../../contract.ts'
import { unionForm, unionTrade } from '../../../../shapes-unions.ts'
import { ElectionFields, emptyReport } from '../../../election-fields.tsx'
import { formWords, tradeWords } from '../../../union-words.ts'
import { messages } from '../messages.ts'
import type { Union } from './union-page.tsx'

type Open = 'face' | 'term' | 'code'

/** What is kept without a decision: the face, a term that was elected before, the union's own code. */
export function UnionActions({ union }: { union: Union }) {
  const t = useText()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <>
      {union.mayDecide && union.creditCode === null && (
        <Button onPress={() => setOpen('code')}>{t(messages.legalPerson)}</Button>
      )}
      {union.mayDecide && <Button onPress={() => setOpen('term')}>{t(messages.recordTerm)}</Button>}
      {union.mayKeep && (
        <Button icon="edit" onPress={() => setOpen('face')}>
          {t(messages.editFace)}
        </Button>
      )}
      {open === 'face' && <FaceDialog union={union} onClose={close} />}
      {open === 'term' && <TermDialog union={union} onClose={close} />}
      {open === 'code' && <CodeDialog union={union} onClose={close} />}
    </>
  )
}

type DialogProps = { union: Union; onClose: () => void }

const NONE = 'none'

function FaceDialog({ union, onClose }: DialogProps) {
  const t = useText()
  const keep = useCommand(membership.keepUnion, ['figures'])
  const done = useDone(onClose)
  const [face, setFace] = useState({
    form: union.form,
    newForm: union.newForm,
    trade: union.trade,
    foundedOn: union.foundedOn ?? '',
    workers: union.workers,
    women: union.women,
  })
  const change = (part: Partial<typeof face>) => setFace({ ...face, ...part })
  return (
    <Shell
      title={t(messages.editFace)}
      failure={keep.error}
      isPending={keep.isPending}
      onClose={onClose}
      onSubmit={() => keep.mutate({ id: union.id, version: union.version, ...face }, { onSuccess: done })}
    >
      <Select
        name="form"
        label={t(messages.form)}
        options={unionForm.options.map((id) => ({ id, label: t(formWords[id]) }))}
        value={face.form}
        onChange={(id) => change({ form: id as typeof face.form })}
      />
      <Checkbox isSelected={face.newForm} onChange={(newForm) => change({ newForm })}>
        {t(messages.newForm)}
      </Checkbox>
      <Select
        name="trade"
        label={t(messages.trade)}
        options={[
          { id: NONE, label: t(messages.none) },
          ...unionTrade.options.map((id) => ({ id: id as string, label: t(tradeWords[id]) })),
        ]}
        value={face.trade ?? NONE}
        onChange={(id) => change({ trade: id === NONE ? null : (id as typeof face.trade) })}
      />
      <TextField
        name="foundedOn"
        type="date"
        label={t(messages.founded)}
        value={face.foundedOn}
        onChange={(foundedOn) => change({ foundedOn })}
      />
      <NumberField
        name="workers"
        label={t(messages.workers)}
        minValue={0}
        value={face.workers ?? Number.NaN}
        onChange={(workers) => change({ workers: Number.isNaN(workers) ? null : workers })}
      />
      <Select
        name="women"
        label={t(messages.women)}
        options={[
          { id: NONE, label: t(messages.none) },
          { id: 'committee', label: t(messages.womenCommittee) },
          { id: 'commissioner', label: t(messages.womenCommissioner) },
        ]}
        value={face.women ?? NONE}
        onChange={(id) => change({ women: id === NONE ? null : (id as typeof face.women) })}
      />
    </Shell>
  )
}

function TermDialog({ union, onClose }: DialogProps) {
  const t = useText()
  const record = useCommand(membership.recordTerm, ['figures'])
  const done = useDone(onClose)
  const [report, setReport] = useState(() =>
    emptyReport(Math.max(1, union.members), union.form === 'organiser'),
  )
  return (
    <Shell
      title={t(messages.recordTerm)}
      failure={record.error}
      isPending={record.isPending}
      onClose={onClose}
      onSubmit={() => record.mutate({ id: union.id, report }, { onSuccess: done })}
    >
      <ElectionFields path="report" report={report} onChange={setReport} />
    </Shell>
  )
}

function CodeDialog({ union, onClose }: DialogProps) {
  const t = useText()
  const record = useCommand(membership.recordLegalPerson, ['organisations'])
  const done = useDone(onClose)
  const [creditCode, setCreditCode] = useState('')
  return (
    <Shell
      title={t(messages.legalPerson)}
      failure={record.error}
      isPending={record.isPending}
      onClose={onClose}
      onSubmit={() => record.mutate({ id: union.id, creditCode }, { onSuccess: done })}
    >
      <TextField
        name="creditCode"
        label={t(messages.creditCode)}
        description={t(messages.legalPersonHint)}
        value={creditCode}
        onChange={(code) => setCreditCode(code.toUpperCase())}
      />
    </Shell>
  )
}

function useDone(onClose: () => void): () => void {
  const t = useText()
  const toast = useToast()
  return () => {
    toast({ text: t(messages.saved) })
    onClose()
  }
}

type ShellProps = {
  title: string
  failure: Failure | null
  isPending: boolean
  onClose: () => void
  onSubmit: () => void
  children: ReactNode
}

function Shell({ title, failure, isPending, onClose, onSubmit, children }: ShellProps) {
  const t = useText()
  return (
    <Dialog title={title} size="large" isAlert isOpen onOpenChange={onClose}>
      <Form onSubmit={onSubmit} {...formRefusal(failure, t)}>
        {children}
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t(messages.save)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
