import { useMemo, useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { cityDay } from '#platform/city-time.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { greenTravel } from '../../../contract.ts'
import { partnerMessages as messages } from './messages.ts'
import { TermsDialog } from './terms-dialog.tsx'
import { termsFields } from './terms-fields.ts'

export type Terms = OutputOf<typeof greenTravel.listTerms>['rows'][number]

/** On what terms members ride, the newest first: each set of them holds from its day until the next one's. */
export default function TermsPage() {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const answer = useAnswer(greenTravel.listTerms, {})
  const rows = answer.data?.rows ?? []
  const inForce = rows.find(({ fromDay }) => fromDay <= cityDay(Date.now()))
  const set = (
    <Allowed permission="green-travel.run">
      <Button variant="primary" isDisabled={answer.isPending} onPress={() => setOpen(true)}>
        {t(messages.setTerms)}
      </Button>
    </Allowed>
  )
  return (
    <>
      <PageHeader title={t(messages.terms)} summary={t(messages.termsSummary)} actions={set} />
      <DataTable
        label={t(messages.terms)}
        columns={useColumns(inForce)}
        {...rowsOf(answer)}
        rowId={({ id }) => String(id)}
        empty={<EmptyState title={t(messages.noTerms)}>{t(messages.noTermsText)}</EmptyState>}
      />
      {isOpen && <TermsDialog like={rows[0]} onClose={() => setOpen(false)} />}
    </>
  )
}

function useColumns(inForce: Terms | undefined): DataColumn<Terms>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'fromDay',
        header: t(messages.fromDay),
        value: (row) => row.fromDay,
        isRowHeader: true,
        isFixed: true,
        width: 130,
      },
      {
        id: 'state',
        header: t(messages.state),
        value: (row) => t(stateOf(row, inForce)),
        cell: (row) => (
          <StatusBadge
            status={
              stateOf(row, inForce) === messages.inForce
                ? 'good'
                : stateOf(row, inForce) === messages.coming
                  ? 'info'
                  : 'quiet'
            }
          >
            {t(stateOf(row, inForce))}
          </StatusBadge>
        ),
        width: 110,
      },
      ...termsFields.map(({ name, label, unit }): DataColumn<Terms> => ({
        id: name,
        header: t(label),
        value: (row) => row[name],
        cell: (row) => `${format.number(row[name])} ${t(unit)}`,
        isNumber: true,
        width: 110,
      })),
      { id: 'madeBy', header: t(messages.madeBy), value: (row) => row.madeBy, width: 110 },
    ],
    [t, format, inForce],
  )
}

const stateOf = ({ id, fromDay }: Terms, inForce: Terms | undefined) =>
  id === inForce?.id
    ? messages.inForce
    : inForce === undefined || fromDay > inForce.fromDay
      ? messages.coming
      : messages.past
