import { useMemo, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { greenTravel } from '../../../../contract.ts'
import { clockText } from '../clock-text.ts'
import { settlementMessages as messages } from '../messages.ts'

const PAGE_SIZE = 100
/** Numbers that a line names; how many there are stands beside them. */
const SHOWN = 8

type Row = OutputOf<typeof greenTravel.listReaders>['rows'][number]

/** Which files never came, reader by reader, the worst first; and whose clock is wrong. */
export default function ReadersPage() {
  const t = useText()
  const [page, setPage] = useState(1)
  const answer = useAnswer(greenTravel.listReaders, { page, pageSize: PAGE_SIZE }, { keepLast: true })
  return (
    <>
      <PageHeader title={t(messages.readers)} summary={t(messages.readersSummary)} />
      <DataTable
        label={t(messages.readers)}
        columns={useColumns()}
        {...rowsOf(answer)}
        rowId={(row) => String(row.id)}
        empty={<EmptyState title={t(messages.noReaders)} />}
        pagination={{ page, pageSize: PAGE_SIZE, total: answer.data?.total ?? 0, onPageChange: setPage }}
      />
    </>
  )
}

function useColumns(): DataColumn<Row>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'code',
        header: t(messages.reader),
        value: (row) => row.code,
        isRowHeader: true,
        isFixed: true,
        width: 120,
      },
      {
        id: 'missing',
        header: t(messages.missing),
        value: (row) => row.missing.join(' '),
        cell: (row) =>
          row.missingTotal === 0 ? (
            <StatusBadge status="good">{t(messages.noneMissing)}</StatusBadge>
          ) : (
            <StatusBadge status="warn">
              {t(row.missingTotal > SHOWN ? messages.missingMore : messages.missingNumbers, {
                numbers: row.missing.slice(0, SHOWN).join('、'),
                total: row.missingTotal,
              })}
            </StatusBadge>
          ),
      },
      { id: 'files', header: t(messages.fileCount), value: (row) => row.files, isNumber: true, width: 100 },
      {
        id: 'last',
        header: t(messages.lastNumber),
        value: (row) => row.lastNumber,
        isNumber: true,
        width: 110,
      },
      {
        id: 'clock',
        header: t(messages.clock),
        value: (row) => clockText(t, row.clockOffsetSeconds),
        width: 120,
      },
      {
        id: 'lastAt',
        header: t(messages.receivedAt),
        value: (row) => row.lastAt,
        cell: (row) => (row.lastAt === null ? '—' : format.dateTime(row.lastAt)),
        width: 160,
      },
      { id: 'company', header: t(messages.company), value: (row) => row.companyName },
    ],
    [t, format],
  )
}
