import { useMemo, useState } from 'react'
import { formRefusal, formText } from '#kernel/organisations/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { greenTravel } from '../../../contract.ts'
import type { Company } from './companies-page.tsx'
import { EndDialog } from './end-dialog.tsx'
import { useEndingColumns } from './ending-columns.tsx'
import { partnerMessages as messages } from './messages.ts'
import { PartnerPart } from './partner-part.tsx'

type Route = Company['routes'][number]

export function RoutesPart({ company }: { readonly company: Company }) {
  const t = useText()
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Route>()
  return (
    <PartnerPart title={t(messages.routes)} addLabel={t(messages.addRoute)} onAdd={() => setAdding(true)}>
      <DataTable
        label={`${company.name} · ${t(messages.routes)}`}
        columns={useColumns(setEnding)}
        rows={company.routes}
        rowId={({ id }) => String(id)}
        empty={<EmptyState title={t(messages.noRoutes)} />}
      />
      {isAdding && <RouteDialog company={company.id} onClose={() => setAdding(false)} />}
      {ending && (
        <EndDialog
          operation={greenTravel.endRoute}
          id={ending.id}
          title={`${t(messages.endRoute)} · ${ending.code} ${ending.name}`}
          text={t(messages.endRouteText)}
          label={t(messages.endRoute)}
          onClose={() => setEnding(undefined)}
        />
      )}
    </PartnerPart>
  )
}

const ending = {
  dayOf: (row: Route) => row.endedOn,
  ended: messages.endedOn,
  end: messages.endRoute,
}

function useColumns(onEnd: (route: Route) => void): DataColumn<Route>[] {
  const t = useText()
  const endingColumns = useEndingColumns(ending, onEnd)
  return useMemo(
    () => [
      { id: 'code', header: t(messages.code), value: (row) => row.code, isRowHeader: true, width: 90 },
      { id: 'name', header: t(messages.name), value: (row) => row.name },
      ...endingColumns,
    ],
    [t, endingColumns],
  )
}

function RouteDialog({ company, onClose }: { readonly company: number; readonly onClose: () => void }) {
  const t = useText()
  const register = useCommand(greenTravel.registerRoute)
  const submit = (data: FormData) =>
    register.mutate(
      { company, code: formText(data, 'code'), name: formText(data, 'name') },
      { onSuccess: onClose },
    )
  return (
    <Dialog title={t(messages.addRoute)} isOpen onOpenChange={onClose}>
      <Form onSubmit={submit} {...formRefusal(register.error, t)}>
        <TextField name="code" label={t(messages.code)} description={t(messages.routeCodeHint)} autoFocus />
        <TextField name="name" label={t(messages.name)} />
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={register.isPending}>
            {t(messages.addRoute)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
