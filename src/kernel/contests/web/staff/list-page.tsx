import { useMemo, useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { contests } from '../../contract.ts'
import { ContestBadge, stageOf } from '../contest-badge.tsx'
import { messages } from '../messages.ts'
import type { ContestRow } from '../types.ts'
import { staffMessages } from './messages.ts'

const A_PAGE = 50

/** Contests within reach, drafts too. */
export default function ListPage() {
  const t = useText()
  const [page, setPage] = useState(1)
  const answer = useAnswer(contests.listStaffContests, { page, pageSize: A_PAGE }, { keepLast: true })
  return (
    <>
      <PageHeader
        title={t(messages.contests)}
        summary={t(staffMessages.listSummary)}
        actions={
          <Allowed permission="contests.run">
            <LinkButton variant="primary" icon="plus" href="/staff/contests/new">
              {t(staffMessages.new)}
            </LinkButton>
          </Allowed>
        }
      />
      <DataTable
        label={t(messages.contests)}
        columns={useColumns()}
        {...rowsOf(answer)}
        rowId={(row) => row.id}
        empty={<EmptyState title={t(staffMessages.none)}>{t(staffMessages.noneHint)}</EmptyState>}
        pagination={{ page, pageSize: A_PAGE, total: answer.data?.total ?? 0, onPageChange: setPage }}
      />
    </>
  )
}

function useColumns(): DataColumn<ContestRow>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'title',
        header: t(staffMessages.title),
        value: (row) => row.title,
        cell: (row) => <Link href={`/staff/contests/${row.id}`}>{row.title}</Link>,
        isRowHeader: true,
        isFixed: true,
        width: 320,
      },
      {
        id: 'state',
        header: t(staffMessages.state),
        value: (row) => t(messages[stageOf(row)]),
        cell: (row) => <ContestBadge contest={row} />,
        width: 140,
      },
      { id: 'organisation', header: t(staffMessages.organisation), value: (row) => row.organisationName },
      {
        id: 'until',
        header: t(staffMessages.period),
        value: (row) => row.entriesUntil,
        cell: (row) => format.dateTime(row.entriesUntil),
        width: 170,
      },
      {
        id: 'entries',
        header: t(staffMessages.entries),
        value: (row) => row.entries,
        isNumber: true,
        width: 90,
      },
      { id: 'units', header: t(staffMessages.units), value: (row) => row.units, isNumber: true, width: 110 },
    ],
    [t, format],
  )
}
