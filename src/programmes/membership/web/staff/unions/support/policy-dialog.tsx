import { useState } from 'react'
import { organisations } from '#kernel/organisations/contract.ts'
import { formRefusal } from '#kernel/organisations/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../../../../contract.ts'
import { messages } from './messages.ts'
import { fenOf } from './say-milestone.ts'

const usual = {
  organisationId: '',
  name: '',
  documentNumber: '',
  validFrom: '',
  validUntil: '',
  budget: 100_000,
  founded: 2_000,
  atLeast: 25,
  perMember: 20,
  limit: 5_000,
  months: 6,
  kept: 1_000,
}

type Draft = typeof usual

/** The usual three milestones: founded, so many members, still so many after some months. */
const milestonesOf = ({ founded, atLeast, perMember, limit, months, kept }: Draft) => [
  { id: 'founded', kind: 'founded' as const, amountFen: fenOf(founded) },
  {
    id: 'members',
    kind: 'members' as const,
    atLeast,
    perMemberFen: fenOf(perMember),
    limitFen: fenOf(limit),
    newFormOnly: true,
  },
  { id: 'kept', kind: 'kept' as const, months, atLeast, amountFen: fenOf(kept) },
]

/** What is typed of a policy, who may pay for it, and its making. */
function usePolicy(onClose: () => void) {
  const t = useText()
  const toast = useToast()
  const create = useCommand(membership.createPolicy, ['ledger'])
  const found = useAnswer(organisations.listOrganisations, { tops: true, state: 'active', pageSize: 50 })
  const [draft, setDraft] = useState(usual)
  const payers = (found.data?.rows ?? []).filter(({ kind }) => kind.endsWith('-federation'))
  const organisationId = draft.organisationId || (payers[0]?.id ?? '')
  const { name, documentNumber, validFrom, validUntil, budget } = draft
  const wish = { organisationId, name, documentNumber, validFrom, validUntil, budgetFen: fenOf(budget) }
  const submit = () =>
    create.mutate(
      { ...wish, milestones: milestonesOf(draft) },
      {
        onSuccess: () => {
          toast({ text: t(messages.saved) })
          onClose()
        },
      },
    )
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  return { draft, change, payers, organisationId, submit, create }
}

export function PolicyDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { draft, change, payers, organisationId, submit, create } = usePolicy(onClose)
  return (
    <Dialog title={t(messages.newPolicy)} size="large" isAlert isOpen onOpenChange={onClose}>
      <Form onSubmit={submit} {...formRefusal(create.error, t)}>
        <Select
          name="organisationId"
          label={t(messages.payer)}
          options={payers.map(({ id, name }) => ({ id, label: name }))}
          value={organisationId === '' ? null : organisationId}
          onChange={(id) => change({ organisationId: id })}
        />
        <TextField
          name="name"
          label={t(messages.name)}
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <TextField
          name="documentNumber"
          label={t(messages.documentNumber)}
          value={draft.documentNumber}
          onChange={(documentNumber) => change({ documentNumber })}
        />
        <TextField
          name="validFrom"
          type="date"
          label={t(messages.from)}
          value={draft.validFrom}
          onChange={(validFrom) => change({ validFrom })}
        />
        <TextField
          name="validUntil"
          type="date"
          label={t(messages.until)}
          value={draft.validUntil}
          onChange={(validUntil) => change({ validUntil })}
        />
        <Amounts draft={draft} change={change} />
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={create.isPending}>
            {t(messages.newPolicy)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

type AmountsProps = { draft: Draft; change: (part: Partial<Draft>) => void }

const amounts = [
  ['budget', messages.budget],
  ['founded', messages.foundedAmount],
  ['atLeast', messages.atLeast],
  ['perMember', messages.perMember],
  ['limit', messages.limit],
  ['months', messages.keptMonths],
  ['kept', messages.keptAmount],
] as const

function Amounts({ draft, change }: AmountsProps) {
  const t = useText()
  return (
    <div className="unions-officer">
      {amounts.map(([field, label]) => (
        <NumberField
          key={field}
          label={t(label)}
          minValue={0}
          value={draft[field]}
          onChange={(value) => change({ [field]: Number.isNaN(value) ? 0 : value })}
        />
      ))}
    </div>
  )
}
