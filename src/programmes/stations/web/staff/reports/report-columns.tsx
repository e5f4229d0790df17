import { useEffect, useMemo, useRef } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { messages } from '../messages.ts'
import type { ReportRow } from '../types.ts'
import { proofWords, reportKindWords, reportStateWords } from '../words.ts'
import { reportMessages } from './messages.ts'
import { ReportBadge } from './report-badge.tsx'

/** The table rebuilds its model with new columns, so they stay the same while only the way to open changes. */
export function useReportColumns(onOpen: (id: string) => void): DataColumn<ReportRow>[] {
  const t = useText()
  const format = useFormat()
  const open = useRef(onOpen)
  useEffect(() => {
    open.current = onOpen
  })
  return useMemo(
    () => [
      {
        id: 'kind',
        header: t(reportMessages.kind),
        value: (row) => t(reportKindWords[row.kind]),
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
      {
        id: 'open',
        header: t(reportMessages.open),
        value: () => '',
        cell: (row) => (
          <Button
            variant="quiet"
            aria-label={t(reportMessages.openOf, {
              station: row.stationName,
              kind: t(reportKindWords[row.kind]),
            })}
            onPress={() => open.current(row.id)}
          >
            {t(reportMessages.open)}
          </Button>
        ),
        width: 130,
      },
    ],
    [t, format],
  )
}
