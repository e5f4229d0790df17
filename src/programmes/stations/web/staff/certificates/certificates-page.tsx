import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { cityDay } from '#platform/city-time.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import { withChange, type Changed } from '../changed.ts'
import { FileInTheMaking } from '../file-in-the-making.tsx'
import { messages } from '../messages.ts'
import { ReasonDialog } from '../reason-dialog.tsx'
import '../staff.css'
import { useDownload } from '#kernel/files/client.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import { useCertificateColumns } from './certificate-columns.tsx'
import { CertificateFilters } from './certificate-filters.tsx'
import {
  askedOfCertificates,
  CERTIFICATES_A_PAGE,
  filterOf,
  readCertificatesSearch,
  writeCertificatesSearch,
  type CertificatesSearch,
} from './certificates-search.ts'
import { certificateMessages } from './messages.ts'

/** Where every certificate within reach stands: the work list of what fails and of what lapses. */
export default function CertificatesPage() {
  const t = useText()
  const [text, setText] = useSearchText()
  const search = readCertificatesSearch(text)
  const go = (changed: Changed<CertificatesSearch>) =>
    setText(writeCertificatesSearch(withChange(search, changed)))
  const answer = useAnswer(stations.listCertificates, askedOfCertificates(search), { keepLast: true })
  return (
    <>
      <PageHeader
        title={t(certificateMessages.title)}
        breadcrumbs={[{ label: t(messages.stations), href: '/staff/stations' }]}
        summary={t(certificateMessages.summary)}
        actions={
          <>
            <LinkButton icon="image" href="/staff/stations/likenesses">
              {t(certificateMessages.likenessTitle)}
            </LinkButton>
            <Allowed permission="stations.export">
              <ExportButton search={search} />
            </Allowed>
          </>
        }
      />
      <div className="stations-list">
        <DataTable
          label={t(certificateMessages.title)}
          columns={useCertificateColumns()}
          {...rowsOf(answer)}
          rowId={(row) => row.code}
          filters={
            <CertificateFilters
              search={search}
              answer={answer.data}
              onChange={(changed) => go({ page: 1, ...changed })}
            />
          }
          empty={
            <EmptyState
              kind="search"
              title={t(certificateMessages.noneTitle)}
              actions={
                <Button onPress={() => setText(new URLSearchParams())}>{t(certificateMessages.clear)}</Button>
              }
            >
              {t(certificateMessages.noneHint)}
            </EmptyState>
          }
          pagination={{
            page: search.page,
            pageSize: CERTIFICATES_A_PAGE,
            total: answer.data?.total ?? 0,
            onPageChange: (page) => go({ page }),
          }}
        />
      </div>
    </>
  )
}

function ExportButton({ search }: { search: CertificatesSearch }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const download = useDownload(stations.exportCertificates)
  const start = async (reason: string) => {
    const name = t(certificateMessages.exportName, { day: cityDay(new Date()) })
    if (await download.start({ ...filterOf(search), reason }, name)) setOpen(false)
  }
  return (
    <>
      <FileInTheMaking download={download} />
      <Button icon="download" onPress={() => setOpen(true)}>
        {t(certificateMessages.export)}
      </Button>
      <ReasonDialog
        title={t(certificateMessages.export)}
        confirmLabel={t(certificateMessages.export)}
        isOpen={isOpen}
        onOpenChange={setOpen}
        onConfirm={(reason) => void start(reason)}
        isPending={download.isPending}
        failure={download.failure}
      >
        {t(certificateMessages.exportWhat)}
      </ReasonDialog>
    </>
  )
}
