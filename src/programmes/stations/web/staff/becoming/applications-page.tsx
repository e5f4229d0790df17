import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { stations } from '#programmes/stations/contract.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { applicationWords } from '../../state-words.ts'
import { messages } from '../messages.ts'
import '../staff.css'
import { becomingMessages } from './messages.ts'

type Row = OutputOf<typeof stations.listApplications>['rows'][number]

const A_PAGE = 50

/** Every application within reach, the newest first. */
export default function ApplicationsPage() {
  const t = useText()
  const [page, setPage] = useState(1)
  const answer = useAnswer(stations.listApplications, { page, pageSize: A_PAGE }, { keepLast: true })
  return (
    <>
      <PageHeader
        title={t(becomingMessages.title)}
        breadcrumbs={[{ label: t(messages.stations), href: '/staff/stations' }]}
        summary={t(becomingMessages.summary)}
      />
      <div className="stations-list">
        <DataTable
          label={t(becomingMessages.title)}
          columns={useColumns()}
          {...rowsOf(answer)}
          rowId={(row) => row.id}
          empty={<EmptyState title={t(becomingMessages.emptyTitle)}>{t(becomingMessages.empty)}</EmptyState>}
          pagination={{ page, pageSize: A_PAGE, total: answer.data?.total ?? 0, onPageChange: setPage }}
        />
      </div>
    </>
  )
}

function useColumns(): DataColumn<Row>[] {
  const t = useText()
  const format = useFormat()
  return [
    {
      id: 'name',
      header: t(becomingMessages.name),
      value: (row) => row.name,
      cell: (row) => <Link href={`/staff/stations/applications/${row.id}`}>{row.name}</Link>,
      isRowHeader: true,
      isFixed: true,
    },
    { id: 'hostUnit', header: t(becomingMessages.hostUnit), value: (row) => row.hostUnit },
    { id: 'organisation', header: t(becomingMessages.organisation), value: (row) => row.organisationName },
    {
      id: 'state',
      header: t(becomingMessages.state),
      value: (row) => t(applicationWords[row.state]!.text),
      cell: (row) => (
        <StatusBadge status={applicationWords[row.state]!.status}>
          {t(applicationWords[row.state]!.text)}
        </StatusBadge>
      ),
    },
    {
      id: 'appliedAt',
      header: t(becomingMessages.appliedAt),
      value: (row) => row.appliedAt,
      cell: (row) => format.dateTime(row.appliedAt),
    },
  ]
}
