import { useState } from 'react'
import { useDownload } from '#kernel/files/client.ts'
import { formRefusal } from '#kernel/organisations/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { ComboBox } from '#ui/controls/combo-box.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../../../../contract.ts'
import { messages } from './messages.ts'
import { fenOf } from './say-milestone.ts'

export type Policy = OutputOf<typeof membership.listPolicies>['rows'][number]

type DialogProps = { policy: Policy; onClose: () => void }

function useDone(onClose: () => void): () => void {
  const t = useText()
  const toast = useToast()
  return () => {
    toast({ text: t(messages.saved) })
    onClose()
  }
}

export function BudgetDialog({ policy, onClose }: DialogProps) {
  const t = useText()
  const add = useCommand(membership.addBudget, ['ledger'])
  const done = useDone(onClose)
  const [yuan, setYuan] = useState(Number.NaN)
  const [documentNumber, setNumber] = useState('')
  return (
    <Dialog title={t(messages.addBudget)} isAlert isOpen onOpenChange={onClose}>
      <Form
        onSubmit={() =>
          add.mutate({ id: policy.id, amountFen: fenOf(yuan || 0), documentNumber }, { onSuccess: done })
        }
        {...formRefusal(add.error, t)}
      >
        <NumberField
          name="amountFen"
          label={t(messages.amount)}
          unit={t(messages.yuan)}
          value={yuan}
          onChange={setYuan}
        />
        <TextField
          name="documentNumber"
          label={t(messages.documentNumber)}
          value={documentNumber}
          onChange={setNumber}
        />
        <Actions label={t(messages.addBudget)} isPending={add.isPending} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

export function CloseDialog({ policy, onClose }: DialogProps) {
  const t = useText()
  const closing = useCommand(membership.closePolicy)
  const done = useDone(onClose)
  const [reason, setReason] = useState('')
  return (
    <Dialog title={t(messages.close)} isAlert isOpen onOpenChange={onClose}>
      <Form
        onSubmit={() => closing.mutate({ id: policy.id, reason }, { onSuccess: done })}
        {...formRefusal(closing.error, t)}
      >
        <TextField name="reason" label={t(messages.reason)} value={reason} onChange={setReason} />
        <Actions label={t(messages.close)} isPending={closing.isPending} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

export function ExportDialog({ policy, onClose }: DialogProps) {
  const t = useText()
  const [reason, setReason] = useState('')
  const download = useDownload(membership.exportPayments)
  const start = async (format: 'xlsx' | 'pdf') => {
    const name = `${policy.name}-${t(messages.export)}.${format}`
    if (await download.start({ policyId: policy.id, format, reason }, name)) onClose()
  }
  return (
    <Dialog title={t(messages.export)} isOpen onOpenChange={onClose}>
      <Form onSubmit={() => void start('xlsx')} {...formRefusal(download.failure, t)}>
        <p>{t(messages.exportWhat)}</p>
        <TextField name="reason" label={t(messages.exportReason)} value={reason} onChange={setReason} />
        <div className="ui-dialog-actions">
          <Button onPress={() => void start('pdf')} isDisabled={download.isPending}>
            PDF
          </Button>
          <Button type="submit" variant="primary" isPending={download.isPending}>
            Excel
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

export function ProjectDialog({ policy, onClose }: DialogProps) {
  const t = useText()
  const opening = useCommand(membership.openProject)
  const done = useDone(onClose)
  const [words, setWords] = useState('')
  const [unionId, setUnionId] = useState('')
  const found = useAnswer(
    membership.listUnions,
    { pageSize: 20, ...(words !== '' && { search: words }) },
    { keepLast: true },
  )
  return (
    <Dialog title={t(messages.openProject)} isAlert isOpen onOpenChange={onClose}>
      <Form
        onSubmit={() => opening.mutate({ policyId: policy.id, unionId }, { onSuccess: done })}
        {...formRefusal(opening.error, t)}
      >
        <ComboBox
          name="unionId"
          label={t(messages.union)}
          options={(found.data?.rows ?? []).map(({ id, name }) => ({ id, label: name }))}
          onInputChange={setWords}
          onChange={(id) => setUnionId(id ?? '')}
        />
        <Actions label={t(messages.openProject)} isPending={opening.isPending} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

function Actions({ label, isPending, onClose }: { label: string; isPending: boolean; onClose: () => void }) {
  const t = useText()
  return (
    <div className="ui-dialog-actions">
      <Button onPress={onClose}>{t(messages.cancel)}</Button>
      <Button type="submit" variant="primary" isPending={isPending}>
        {label}
      </Button>
    </div>
  )
}
