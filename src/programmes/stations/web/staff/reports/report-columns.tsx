import { useMemo } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { messages } from '../messages.ts'
import type { ReportRow } from '../types.ts'
import { proofWords, reportKindWords, reportStateWords } from '../words.ts'
import { reportMessages } from './messages.ts'
import { ReportBadge } from './report-badge.tsx'
import { writeReportsSearch, type ReportsSearch } from './reports-search.ts'

/** A report opens by its own address, so that Enter on its row, a new tab and the way back all do what they do. */
export function useReportColumns(search: ReportsSearch): DataColumn<ReportRow>[] {
  const t = useText()
  const format = useFormat()
  const text = writeReportsSearch(withoutReport(search)).toString()
  return useMemo(() => {
    const hrefOf = (id: string) => `/staff/stations/reports?${text === '' ? '' : `${text}&`}report=${id}`
    return [
      {
        id: 'kind',
        header: t(reportMessages.kind),
        value: (row) => t(reportKindWords[row.kind]),
        cell: (row) => <Link href={hrefOf(row.id)}>{t(reportKindWords[row.kind])}</Link>,
        isRowHeader: true,
        isFixed: true,
        width: 110,
      },
      {
        id: 'state',
        header: t(messages.state),
        value: (row) => t(reportStateWords[row.state].text),
        cell: (row) => <ReportBadge report={row} />,
        width: 140,
      },
      {
        id: 'station',
        header: t(reportMessages.station),
        value: (row) => row.stationName,
        cell: (row) => <Link href={`/staff/stations/${row.stationCode}`}>{row.stationName}</Link>,
      },
      { id: 'words', header: t(reportMessages.words), value: (row) => row.words },
      { id: 'proof', header: t(reportMessages.proof), value: (row) => t(proofWords[row.proof]), width: 180 },
      {
        id: 'at',
        header: t(reportMessages.at),
        value: (row) => row.at,
        cell: (row) => format.dateTime(row.at),
        width: 150,
      },
    ]
  }, [t, format, text])
}

const withoutReport = ({ report: _open, ...search }: ReportsSearch): ReportsSearch => search
