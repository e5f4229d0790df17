import { useMemo, useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { FileUpload } from '#kernel/files/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Card } from '#ui/data/card.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered, Refused } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { greenTravel } from '../../../../contract.ts'
import { settlementMessages as messages } from '../messages.ts'
import '../settlement.css'
import { CompanyField, useCompany } from '../use-company.tsx'
import { FileState, isUnderWay, type ScanFile } from './file-state.tsx'

const PAGE_SIZE = 50
const ASK_AGAIN_SECONDS = 2

/** Files of scans: handed in above, and how each is, below; the list follows the reading by itself. */
export default function FilesPage() {
  const t = useText()
  const choice = useCompany()
  return (
    <>
      <PageHeader title={t(messages.files)} summary={t(messages.filesSummary)} />
      <Answered to={choice.answer}>
        {() =>
          choice.company === undefined ? (
            <EmptyState title={t(messages.noCompany)}>{t(messages.noCompanyHint)}</EmptyState>
          ) : (
            <div className="ui-stack">
              <CompanyField {...choice} />
              <Allowed permission="green-travel.files">
                <HandIn companyUnit={choice.company.unit} />
              </Allowed>
              <FilesTable companyUnit={choice.company.unit} />
            </div>
          )
        }
      </Answered>
    </>
  )
}

function HandIn({ companyUnit }: { readonly companyUnit: string }) {
  const t = useText()
  const send = useCommand(greenTravel.sendScanFile)
  return (
    <Card title={t(messages.handIn)}>
      {send.error && <Refused error={send.error} />}
      <FileUpload
        purpose="ride-scans"
        label={t(messages.fileName)}
        description={t(messages.handInHint)}
        accept={['.txt', '.csv']}
        onReady={({ fileId }) => send.mutate({ companyUnit, fileId })}
      />
    </Card>
  )
}

function FilesTable({ companyUnit }: { readonly companyUnit: string }) {
  const t = useText()
  const [page, setPage] = useState(1)
  const [isWatching, setWatching] = useState(true)
  const answer = useAnswer(
    greenTravel.listScanFiles,
    { companyUnit, page, pageSize: PAGE_SIZE },
    { keepLast: true, ...(isWatching ? { everySeconds: ASK_AGAIN_SECONDS } : {}) },
  )
  const rows = answer.data?.rows ?? []
  const isMoving = answer.data === undefined || rows.some(isUnderWay)
  if (isMoving !== isWatching) setWatching(isMoving)
  return (
    <DataTable
      label={t(messages.files)}
      columns={useColumns()}
      {...rowsOf(answer)}
      rowId={(row) => String(row.id)}
      empty={<EmptyState title={t(messages.noFiles)}>{t(messages.noFilesHint)}</EmptyState>}
      pagination={{ page, pageSize: PAGE_SIZE, total: answer.data?.total ?? 0, onPageChange: setPage }}
    />
  )
}

function useColumns(): DataColumn<ScanFile>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(() => {
    const count = (id: 'lines' | 'accepted' | 'duplicate' | 'refused' | 'secondUse', header: string) => ({
      id,
      header,
      value: (row: ScanFile) => row[id] ?? 0,
      cell: (row: ScanFile) => (row.lines === null ? '—' : format.number(row[id] ?? 0)),
      isNumber: true,
      width: 92,
    })
    return [
      {
        id: 'name',
        header: t(messages.fileName),
        value: (row) => row.name,
        cell: (row) => <Link href={`/staff/green-travel/files/${row.id}`}>{row.name}</Link>,
        isRowHeader: true,
        isFixed: true,
      },
      { id: 'reader', header: t(messages.reader), value: (row) => row.reader, width: 96 },
      { id: 'number', header: t(messages.number), value: (row) => row.number, isNumber: true, width: 76 },
      {
        id: 'state',
        header: t(messages.state),
        value: (row) => (row.refusal === null ? t(messages[row.state]) : t(row.refusal.text)),
        cell: (row) => <FileState file={row} />,
        width: 240,
      },
      count('lines', t(messages.lines)),
      count('accepted', t(messages.accepted)),
      count('duplicate', t(messages.duplicate)),
      count('refused', t(messages.refusedLines)),
      {
        id: 'receivedAt',
        header: t(messages.receivedAt),
        value: (row) => row.receivedAt,
        cell: (row) => format.dateTime(row.receivedAt),
        width: 150,
      },
    ]
  }, [t, format])
}
