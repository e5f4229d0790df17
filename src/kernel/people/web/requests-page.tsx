import { useMemo, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { useFormat, type Formatters } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { people } from '../contract.ts'
import type { StaffRequestRow } from '../shapes.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { messages } from './messages.ts'
import { requestFieldWords, requestKindWords, requestStateWords, requestStatus } from './shared-words.ts'

const PAGE_SIZE = 50

export default function RequestsPage() {
  const t = useText()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const [deciding, setDeciding] = useState<StaffRequestRow>()
  const answer = useAnswer(people.listRequests, { page, pageSize: PAGE_SIZE }, { keepLast: true })
  const columns = useMemo(() => columnsOf(t, format, setDeciding), [t, format])
  return (
    <>
      <PageHeader title={t(messages.requests)} summary={t(messages.requestsSummary)} />
      <Answered to={answer}>
        {({ rows, total }) => (
          <DataTable
            label={t(messages.requests)}
            columns={columns}
            rows={rows}
            rowId={(row) => row.id}
            empty={
              <EmptyState kind="done" title={t(messages.noRequestsTitle)}>
                {t(messages.noRequestsHint)}
              </EmptyState>
            }
            pagination={{ page, pageSize: PAGE_SIZE, total, onPageChange: setPage }}
          />
        )}
      </Answered>
      {deciding && <DecideDialog request={deciding} onDone={() => setDeciding(undefined)} />}
    </>
  )
}

const whatOf = (t: Translate, row: StaffRequestRow) =>
  row.field === null
    ? t(requestKindWords[row.kind])
    : `${t(requestKindWords[row.kind])} · ${t(requestFieldWords[row.field])}`

const columnsOf = (
  t: Translate,
  format: Formatters,
  onDecide: (row: StaffRequestRow) => void,
): DataColumn<StaffRequestRow>[] => [
  {
    id: 'name',
    header: t(messages.name),
    value: (row) => row.maskedName,
    cell: (row) => <Link href={`/staff/people/${row.person.bk}/${row.person.id}`}>{row.maskedName}</Link>,
    isRowHeader: true,
    isFixed: true,
    width: 110,
  },
  { id: 'what', header: t(messages.what), value: (row) => whatOf(t, row), width: 170 },
  { id: 'wish', header: t(messages.wish), value: (row) => row.maskedWish, width: 190 },
  { id: 'why', header: t(messages.why), value: (row) => row.explanation },
  { id: 'home', header: t(messages.home), value: (row) => row.homeOrganisationName, width: 180 },
  {
    id: 'due',
    header: t(messages.due),
    value: (row) => row.dueOn,
    cell: (row) => format.date(row.dueOn, 'numeric'),
    width: 120,
  },
  {
    id: 'state',
    header: t(messages.state),
    value: (row) => t(requestStateWords[row.state]),
    cell: (row) =>
      row.state === 'open' ? (
        <Button onPress={() => onDecide(row)}>{t(messages.decide)}</Button>
      ) : (
        <StatusBadge status={requestStatus[row.state]}>{t(requestStateWords[row.state])}</StatusBadge>
      ),
    width: 150,
  },
]
