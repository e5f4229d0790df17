import { Permitted } from '#kernel/access/client.ts'
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
import { messages } from '../messages.ts'
import '../staff.css'
import { AskCard } from './ask-card.tsx'
import { sitingMessages } from './messages.ts'
import { PointSetsCard } from './point-sets-card.tsx'
import { sitingStatus } from './status-words.ts'

type Row = OutputOf<typeof stations.listSitings>['rows'][number]

const A_PAGE = 20

/** Where the next stations should stand: a question, the plans that were computed, and what they stand on. */
export default function SitingsPage() {
  const t = useText()
  return (
    <>
      <PageHeader
        title={t(sitingMessages.title)}
        breadcrumbs={[{ label: t(messages.stations), href: '/staff/stations' }]}
        summary={t(sitingMessages.summary)}
      />
      <Permitted permission="stations.plan">
        <div className="ui-stack">
          <AskCard />
          <Runs />
          <PointSetsCard />
        </div>
      </Permitted>
    </>
  )
}

function Runs() {
  const t = useText()
  const [page, setPage] = useState(1)
  const answer = useAnswer(stations.listSitings, { page, pageSize: A_PAGE }, { keepLast: true })
  return (
    <DataTable
      label={t(sitingMessages.runs)}
      columns={useColumns()}
      {...rowsOf(answer)}
      rowId={(row) => row.id}
      empty={<EmptyState title={t(sitingMessages.noRuns)}>{t(sitingMessages.noRunsHint)}</EmptyState>}
      pagination={{ page, pageSize: A_PAGE, total: answer.data?.total ?? 0, onPageChange: setPage }}
    />
  )
}

function useColumns(): DataColumn<Row>[] {
  const t = useText()
  const format = useFormat()
  return [
    {
      id: 'title',
      header: t(sitingMessages.name),
      value: (row) => row.title,
      cell: (row) => <Link href={`/staff/stations/siting/${row.id}`}>{row.title}</Link>,
      isRowHeader: true,
      isFixed: true,
    },
    {
      id: 'question',
      header: t(sitingMessages.question),
      value: (row) =>
        `${t(row.question === 'build' ? sitingMessages.buildShort : sitingMessages.closeShort)} ${row.count} · ${t(sitingMessages[row.reach])}`,
    },
    {
      id: 'state',
      header: t(sitingMessages.state),
      value: (row) => t(sitingMessages[row.status]),
      cell: (row) => (
        <StatusBadge status={sitingStatus[row.status]!}>{t(sitingMessages[row.status])}</StatusBadge>
      ),
    },
    {
      id: 'covered',
      header: t(sitingMessages.covered),
      value: (row) =>
        row.coveredBefore === null || row.coveredAfter === null
          ? ''
          : t(sitingMessages.fromTo, {
              before: format.number(row.coveredBefore),
              after: format.number(row.coveredAfter),
            }),
      isNumber: true,
    },
    { id: 'madeBy', header: t(sitingMessages.madeBy), value: (row) => row.madeBy },
    {
      id: 'createdAt',
      header: t(sitingMessages.createdAt),
      value: (row) => row.createdAt,
      cell: (row) => format.dateTime(row.createdAt),
    },
  ]
}
