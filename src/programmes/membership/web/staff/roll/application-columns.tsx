import { useMemo } from 'react'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { employmentWords } from '../../../rules/employment.ts'
import type { ApplicationRow } from '../../types.ts'
import { applicationWords } from '../../words.ts'
import { DueBadge } from './due-badge.tsx'
import { rollMessages } from './messages.ts'

export function useApplicationColumns(): DataColumn<ApplicationRow>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'number',
        header: t(rollMessages.number),
        value: (row) => row.number,
        cell: (row) => <Link href={`/staff/members/applications/${row.id}`}>{row.number}</Link>,
        isRowHeader: true,
        isFixed: true,
        width: 100,
      },
      { id: 'name', header: t(rollMessages.applicant), value: (row) => row.maskedName, width: 110 },
      {
        id: 'employment',
        header: t(rollMessages.employment),
        value: (row) => t(employmentWords[row.employment]),
        width: 150,
      },
      { id: 'union', header: t(rollMessages.union), value: (row) => row.organisationName },
      {
        id: 'state',
        header: t(rollMessages.state),
        value: (row) => t(applicationWords[row.state].text),
        cell: (row) => (
          <StatusBadge status={applicationWords[row.state].status}>
            {t(applicationWords[row.state].text)}
          </StatusBadge>
        ),
        width: 150,
      },
      {
        id: 'due',
        header: t(rollMessages.due),
        value: (row) => row.dueOn,
        cell: (row) => <DueBadge {...row} />,
        width: 170,
      },
      {
        id: 'at',
        header: t(rollMessages.appliedAt),
        value: (row) => row.appliedAt,
        cell: (row) => format.dateTime(row.appliedAt),
        width: 160,
      },
    ],
    [t, format],
  )
}
