import { useCommand } from '#platform/client/hooks.ts'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { documentKind, people, type DocumentKind } from '../contract.ts'
import { messages } from './messages.ts'
import { documentWords } from './shared-words.ts'

type LookUpDialogProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** By a whole number only: nobody can leaf through numbers by their beginnings. */
export function LookUpDialog({ isOpen, onOpenChange }: LookUpDialogProps) {
  const t = useText()
  return (
    <Dialog title={t(messages.lookUp)} isOpen={isOpen} onOpenChange={onOpenChange}>
      <LookUpForm />
    </Dialog>
  )
}

function LookUpForm() {
  const t = useText()
  const lookUp = useCommand(people.lookUpPerson)
  const kinds = documentKind.options.map((id) => ({ id, label: t(documentWords[id]) }))
  return (
    <>
      <p>{t(messages.lookUpWhat)}</p>
      <Form onSubmit={(data) => lookUp.mutate(read(data))} {...formRefusal(lookUp.error, t)}>
        <Select name="kind" label={t(messages.documentKind)} options={kinds} defaultValue="resident-id" />
        <TextField
          name="documentNumber"
          label={t(messages.document)}
          autoComplete="off"
          autoFocus
          isOptional
        />
        <TextField name="phone" label={t(messages.phone)} inputMode="tel" autoComplete="off" isOptional />
        <div className="ui-dialog-actions">
          <Button type="submit" variant="primary" isPending={lookUp.isPending}>
            {t(messages.lookUpDo)}
          </Button>
        </div>
      </Form>
      {lookUp.data && <Found rows={lookUp.data.rows} />}
    </>
  )
}

type Rows = NonNullable<ReturnType<typeof useCommand<typeof people.lookUpPerson>>['data']>['rows']

function Found({ rows }: { rows: Rows }) {
  const t = useText()
  if (rows.length === 0) return <p role="status">{t(messages.lookUpNone)}</p>
  return (
    <List label={t(messages.title)}>
      {rows.map((row) => (
        <ListItem
          key={row.id}
          href={`/staff/people/${row.bk}/${row.id}`}
          answer={row.maskedName}
          title={row.maskedDocument ?? '—'}
          note={row.homeOrganisationName}
        />
      ))}
    </List>
  )
}

function read(data: FormData) {
  const text = (name: string) => formText(data, name)
  const documentNumber = text('documentNumber')
  return {
    documentKind: text('kind') as DocumentKind,
    ...(documentNumber === '' ? { phone: text('phone') || '-' } : { documentNumber }),
  }
}
