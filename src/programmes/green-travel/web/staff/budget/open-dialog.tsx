import { useState } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { OrganisationField, type ChosenOrganisation } from '#kernel/organisations/client-forms.ts'
import { cityDay } from '#platform/city-time.ts'
import { useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { greenTravel } from '../../../contract.ts'
import { nextPeriod } from '../../../rules/next-period.ts'
import { GrantDialog } from './grant-dialog.tsx'
import { messages } from './messages.ts'

type Budget = OutputOf<typeof greenTravel.listBudgets>['rows'][number]

/** Opens the next budget; it begins with nothing, so that granting it is asked for at once. */
export function OpenBudget({ newest }: { readonly newest: Budget | undefined }) {
  const t = useText()
  const [isOpening, setOpening] = useState(false)
  const [opened, setOpened] = useState<number>()
  return (
    <>
      <Button variant="primary" onPress={() => setOpening(true)}>
        {t(messages.open)}
      </Button>
      <Dialog title={t(messages.open)} isOpen={isOpening} onOpenChange={setOpening}>
        <OpenForm
          newest={newest}
          onClose={() => setOpening(false)}
          onOpened={(id) => {
            setOpening(false)
            setOpened(id)
          }}
        />
      </Dialog>
      {opened !== undefined && <GrantDialog budget={opened} isOpen onClose={() => setOpened(undefined)} />}
    </>
  )
}

type OpenFormProps = {
  readonly newest: Budget | undefined
  readonly onClose: () => void
  readonly onOpened: (id: number) => void
}

function OpenForm({ newest, onClose, onOpened }: OpenFormProps) {
  const t = useText()
  const role = useMe().data?.roles[0]
  const [chosen, setChosen] = useState<ChosenOrganisation | null>(null)
  const open = useCommand(greenTravel.openBudget)
  const payer =
    chosen ?? payerOf(newest) ?? (role ? { id: role.organisationId, name: role.organisationName } : null)
  const period = nextPeriod(newest && { from: newest.fromMonth, to: newest.toMonth }, cityDay(Date.now()))
  const submit = (data: FormData) => {
    const text = (name: string) => String(data.get(name) ?? '').trim()
    if (payer === null) return
    const [fromMonth, toMonth] = [text('fromMonth'), text('toMonth')]
    open.mutate(
      { organisationId: payer.id, name: text('name'), fromMonth, toMonth },
      { onSuccess: ({ id }) => onOpened(id) },
    )
  }
  const refused = Object.fromEntries(
    (open.error?.problems ?? []).map(({ field, reason }) => [field, t(reason)]),
  )
  return (
    <Form
      onSubmit={submit}
      errors={refused}
      {...(open.error && Object.keys(refused).length === 0 && { formError: t(open.error.text) })}
    >
      <p>{t(messages.whoDecides)}</p>
      <OrganisationField
        label={t(messages.payer)}
        description={t(messages.payerHint)}
        value={payer}
        onChange={setChosen}
      />
      <TextField
        name="name"
        label={t(messages.name)}
        defaultValue={t(messages.nameOf, { year: period.from.slice(0, 4) })}
      />
      <TextField
        name="fromMonth"
        label={t(messages.fromMonth)}
        description={t(messages.monthHint)}
        defaultValue={period.from}
      />
      <TextField name="toMonth" label={t(messages.toMonth)} defaultValue={period.to} />
      <div className="ui-dialog-actions">
        <Button onPress={onClose}>{t(messages.cancel)}</Button>
        <Button type="submit" variant="primary" isPending={open.isPending}>
          {t(messages.openConfirm)}
        </Button>
      </div>
    </Form>
  )
}

const payerOf = (newest: Budget | undefined): ChosenOrganisation | undefined =>
  newest && { id: newest.organisationId, name: newest.organisationName }
