import { useMemo, useState } from 'react'
import { useDownload } from '#kernel/files/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { membership } from '#programmes/membership/contract.ts'
import type { RosterExport } from '#programmes/membership/contract-roster-export.ts'
import { Button } from '#ui/controls/button.tsx'
import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { exportMessages as messages } from './export-messages.ts'
import { Refusal } from './refusal.tsx'

const EXPORTS_A_PAGE = 20

const looks: Readonly<Record<RosterExport['state'], Status>> = {
  waiting: 'warn',
  approved: 'info',
  refused: 'bad',
  made: 'good',
}

export function PastExports() {
  const t = useText()
  const [page, setPage] = useState(1)
  const answer = useAnswer(
    membership.listRosterExports,
    { page, pageSize: EXPORTS_A_PAGE },
    { keepLast: true },
  )
  const make = useCommand(membership.makeRosterExport)
  const download = useDownload(membership.downloadRosterExport)
  const total = answer.data?.total ?? 0
  const fetchOne = (row: RosterExport) =>
    void download.start({ exportId: row.id }, `${t(messages.fileName)}-${row.serial}.${row.format}`)
  return (
    <div className="ui-stack">
      <h2>{t(messages.list)}</h2>
      <Refusal failure={make.error ?? download.failure} />
      <DataTable
        label={t(messages.list)}
        columns={useExportColumns((row) => make.mutate({ exportId: row.id }), fetchOne)}
        {...rowsOf(answer)}
        rowId={(row) => row.id}
        empty={<EmptyState title={t(messages.none)} />}
        {...(total > EXPORTS_A_PAGE && {
          pagination: { page, pageSize: EXPORTS_A_PAGE, total, onPageChange: setPage },
        })}
      />
    </div>
  )
}

type Act = (row: RosterExport) => void

function useExportColumns(onMake: Act, onFetch: Act): DataColumn<RosterExport>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      { id: 'serial', header: t(messages.serial), value: (row) => row.serial, isRowHeader: true, width: 120 },
      { id: 'whose', header: t(messages.whose), value: (row) => row.organisationName },
      { id: 'form', header: t(messages.form), value: (row) => t(messages[row.form]), width: 130 },
      { id: 'reason', header: t(messages.reason), value: (row) => row.reason },
      { id: 'rows', header: t(messages.rows), value: (row) => row.rows, isNumber: true, width: 90 },
      {
        id: 'digest',
        header: t(messages.digest),
        value: (row) => row.sm3,
        cell: (row) => (row.sm3 === null ? '—' : `${row.sm3.slice(0, 12)}…`),
        width: 140,
      },
      { id: 'by', header: t(messages.by), value: (row) => row.madeBy, width: 100 },
      {
        id: 'when',
        header: t(messages.when),
        value: (row) => row.createdAt,
        cell: (row) => format.dateTime(row.createdAt),
        width: 160,
      },
      {
        id: 'state',
        header: t(messages.state),
        value: (row) => t(messages[row.state]),
        cell: (row) => <State row={row} onMake={onMake} onFetch={onFetch} />,
        width: 130,
      },
    ],
    [t, format, onMake, onFetch],
  )
}

/** Only whoever asked can make and fetch it. */
function State({
  row,
  onMake,
  onFetch,
}: {
  readonly row: RosterExport
  readonly onMake: Act
  readonly onFetch: Act
}) {
  const t = useText()
  if (row.isOwn && row.state === 'made')
    return (
      <Button variant="quiet" icon="download" onPress={() => onFetch(row)}>
        {t(messages.download)}
      </Button>
    )
  if (row.isOwn && row.state === 'approved')
    return <Button onPress={() => onMake(row)}>{t(messages.make)}</Button>
  return (
    <span className="roster-export-state">
      <StatusBadge status={looks[row.state]}>{t(messages[row.state])}</StatusBadge>
      {row.caseId !== null && <Link href={`/staff/cases/${row.caseId}`}>{t(messages.seeCase)}</Link>}
    </span>
  )
}
