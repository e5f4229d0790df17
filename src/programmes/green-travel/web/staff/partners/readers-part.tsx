import { useMemo, useState } from 'react'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { greenTravel } from '../../../contract.ts'
import type { Company } from './companies-page.tsx'
import { EndDialog } from './end-dialog.tsx'
import { useEndingColumns } from './ending-columns.tsx'
import { partnerMessages as messages } from './messages.ts'
import { PartnerPart } from './partner-part.tsx'
import { publicKeyOf } from './public-key.ts'

type Reader = Company['readers'][number]

export function ReadersPart({ company }: { readonly company: Company }) {
  const t = useText()
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Reader>()
  return (
    <PartnerPart title={t(messages.readers)} addLabel={t(messages.addReader)} onAdd={() => setAdding(true)}>
      <DataTable
        label={`${company.name} · ${t(messages.readers)}`}
        columns={useColumns(setEnding)}
        rows={company.readers}
        rowId={({ id }) => String(id)}
        empty={<EmptyState title={t(messages.noReaders)} />}
      />
      {isAdding && <ReaderDialog company={company.id} onClose={() => setAdding(false)} />}
      {ending && (
        <EndDialog
          operation={greenTravel.retireReader}
          id={ending.id}
          title={`${t(messages.retireReader)} · ${ending.code}`}
          text={t(messages.retireReaderText)}
          label={t(messages.retireReader)}
          onClose={() => setEnding(undefined)}
        />
      )}
    </PartnerPart>
  )
}

const ending = {
  dayOf: (row: Reader) => row.retiredOn,
  ended: messages.retiredOn,
  end: messages.retireReader,
}

function useColumns(onEnd: (reader: Reader) => void): DataColumn<Reader>[] {
  const t = useText()
  const format = useFormat()
  const endingColumns = useEndingColumns(ending, onEnd)
  return useMemo(
    () => [
      { id: 'code', header: t(messages.code), value: (row) => row.code, isRowHeader: true, width: 90 },
      {
        id: 'registeredOn',
        header: t(messages.registeredOn),
        value: (row) => row.registeredOn,
        cell: (row) => format.date(row.registeredOn),
      },
      ...endingColumns,
    ],
    [t, format, endingColumns],
  )
}

function ReaderDialog({ company, onClose }: { readonly company: number; readonly onClose: () => void }) {
  const t = useText()
  const register = useCommand(greenTravel.registerReader)
  const [wrongKey, setWrongKey] = useState(false)
  const submit = (data: FormData) => {
    const publicKey = publicKeyOf(formText(data, 'publicKey'))
    setWrongKey(publicKey === undefined)
    if (publicKey === undefined) return
    register.mutate({ company, code: formText(data, 'code'), publicKey }, { onSuccess: onClose })
  }
  const refusal = wrongKey
    ? { errors: { publicKey: t(messages.publicKeyWrong) } }
    : formRefusal(register.error, t)
  return (
    <Dialog title={t(messages.addReader)} isOpen onOpenChange={onClose}>
      <Form onSubmit={submit} {...refusal}>
        <TextField name="code" label={t(messages.code)} description={t(messages.readerCodeHint)} autoFocus />
        <TextArea
          name="publicKey"
          label={t(messages.publicKey)}
          description={t(messages.publicKeyHint)}
          rows={2}
        />
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={register.isPending}>
            {t(messages.addReader)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
