import { useAnswer } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import { withChange, type Changed } from '../changed.ts'
import { messages } from '../messages.ts'
import '../staff.css'
import { useSearchText } from '#platform/client/use-search-text.ts'
import { reportMessages } from './messages.ts'
import { useReportColumns } from './report-columns.tsx'
import { ReportDrawer } from './report-drawer.tsx'
import { ReportFilters } from './report-filters.tsx'
import {
  askedOfReports,
  readReportsSearch,
  REPORTS_A_PAGE,
  writeReportsSearch,
  type ReportsSearch,
} from './reports-search.ts'

/** What people report at the stations within reach; one report opens beside the list, and its address can be sent. */
export default function ReportsPage() {
  const t = useText()
  const [text, setText] = useSearchText()
  const search = readReportsSearch(text)
  const go = (changed: Changed<ReportsSearch>) => setText(writeReportsSearch(withChange(search, changed)))
  const answer = useAnswer(stations.listReports, askedOfReports(search), { keepLast: true })
  const rows = answer.data?.rows ?? []
  return (
    <>
      <PageHeader
        title={t(reportMessages.title)}
        breadcrumbs={[{ label: t(messages.stations), href: '/staff/stations' }]}
        summary={t(reportMessages.summary)}
      />
      <div className="stations-list">
        <DataTable
          label={t(reportMessages.title)}
          columns={useReportColumns(search)}
          {...rowsOf(answer)}
          rowId={(row) => row.id}
          filters={<ReportFilters search={search} onChange={(changed) => go({ page: 1, ...changed })} />}
          empty={
            <EmptyState
              kind="search"
              title={t(reportMessages.emptyTitle)}
              actions={
                <Button onPress={() => setText(new URLSearchParams())}>{t(reportMessages.clear)}</Button>
              }
            >
              {t(reportMessages.emptyHint)}
            </EmptyState>
          }
          pagination={{
            page: search.page,
            pageSize: REPORTS_A_PAGE,
            total: answer.data?.total ?? 0,
            onPageChange: (page) => go({ page }),
          }}
        />
      </div>
      <ReportDrawer
        report={rows.find(({ id }) => id === search.report)}
        onClose={() => go({ report: undefined })}
      />
    </>
  )
}
