import { useMemo } from 'react'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import type { InspectionRow } from '../types.ts'
import { inspectionMessages } from './messages.ts'

export function useInspectionColumns(): DataColumn<InspectionRow>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t(inspectionMessages.station),
        value: (row) => row.name,
        cell: (row) => <Link href={`/staff/stations/inspections/${row.id}`}>{row.name}</Link>,
        isRowHeader: true,
        isFixed: true,
        width: 250,
      },
      {
        id: 'result',
        header: t(inspectionMessages.result),
        value: (row) => t(row.isPassed ? inspectionMessages.passed : inspectionMessages.found),
        cell: ({ isPassed }) => (
          <StatusBadge status={isPassed ? 'good' : 'bad'}>
            {t(isPassed ? inspectionMessages.passed : inspectionMessages.found)}
          </StatusBadge>
        ),
        width: 150,
      },
      {
        id: 'failing',
        header: t(inspectionMessages.what),
        value: (row) => row.failing.map((title) => t(title)).join('、'),
      },
      {
        id: 'kind',
        header: t(inspectionMessages.kind),
        value: (row) => t(inspectionMessages[row.kind]),
        width: 110,
      },
      {
        id: 'endedAt',
        header: t(inspectionMessages.at),
        value: (row) => row.endedAt,
        cell: (row) => format.dateTime(row.endedAt),
        width: 150,
      },
      { id: 'by', header: t(inspectionMessages.by), value: (row) => row.by, width: 90 },
      {
        id: 'repeatDueOn',
        header: t(inspectionMessages.repeatDueOn),
        value: (row) => row.repeatDueOn,
        width: 120,
      },
    ],
    [t, format],
  )
}
