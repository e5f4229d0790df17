import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { contests } from '../../../contract.ts'
import { resultMessages as messages } from './messages.ts'

type Row = OutputOf<typeof contests.listCertificates>['rows'][number]

const grounds = ['wrong-details', 'given-in-error', 'award-withdrawn'] as const
type Ground = (typeof grounds)[number]

/** One says why; another decides (`review`). */
export function ProposeRevocation({ code }: { readonly code: string }) {
  const t = useText()
  const toast = useToast()
  const [ground, setGround] = useState<Ground>('wrong-details')
  const [reason, setReason] = useState('')
  const propose = useCommand(contests.proposeRevocation, ['review', 'work'])
  const submit = () =>
    propose.mutate(
      { code, ground, reason },
      { onSuccess: () => toast({ text: t(messages.revocationProposed), icon: 'check' }) },
    )
  return (
    <Form onSubmit={submit}>
      <h3>{t(messages.revoke)}</h3>
      <p className="ui-hint">{t(messages.revokeWhat)}</p>
      <RadioGroup
        label={t(messages.ground)}
        description={t(messages.groundHint)}
        options={grounds.map((id) => ({ id, label: t(messages[id]) }))}
        value={ground}
        onChange={(id) => setGround(id as Ground)}
      />
      <TextArea
        name="reason"
        label={t(messages.revokeReason)}
        description={t(messages.revokeReasonHint)}
        rows={3}
        value={reason}
        onChange={setReason}
      />
      <RefusalNote failure={propose.error} />
      <span className="ui-row">
        <Button
          type="submit"
          variant="danger"
          isPending={propose.isPending}
          isDisabled={reason.trim().length < 2}
        >
          {t(messages.proposeRevocation)}
        </Button>
      </span>
    </Form>
  )
}

/** A new one with the names put right; what was revoked stays revoked. */
export function Reissue({ row: { code, names, title } }: { readonly row: Row }) {
  const t = useText()
  const toast = useToast()
  const [written, setWritten] = useState(names.join('、'))
  const reissue = useCommand(contests.reissueCertificate)
  const read = written
    .split(/[、,，]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const submit = () =>
    reissue.mutate(
      { code, names: title === null ? null : read, reason: t(messages.reissueReason) },
      { onSuccess: ({ no }) => toast({ text: t(messages.reissued, { no }), icon: 'check' }) },
    )
  return (
    <Form onSubmit={submit}>
      <h3>{t(messages.reissue)}</h3>
      {title !== null && (
        <TextField
          name="names"
          label={t(messages.namesOnIt)}
          description={t(messages.namesHint)}
          value={written}
          onChange={setWritten}
        />
      )}
      <RefusalNote failure={reissue.error} />
      <span className="ui-row">
        <Button
          type="submit"
          variant="primary"
          isPending={reissue.isPending}
          isDisabled={title !== null && read.length === 0}
        >
          {t(messages.reissue)}
        </Button>
      </span>
    </Form>
  )
}
