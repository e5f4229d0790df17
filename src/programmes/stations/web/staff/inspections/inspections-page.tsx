import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { SearchField } from '#ui/controls/search-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import { messages } from '../messages.ts'
import '../staff.css'
import { useSettled } from '#ui/controls/use-settled.ts'
import { useInspectionColumns } from './inspection-columns.tsx'
import { inspectionMessages } from './messages.ts'
import { RoutesCard } from './routes-card.tsx'

const A_PAGE = 50

/** Results within reach, and the routes that are planned. */
export default function InspectionsPage() {
  const t = useText()
  const [result, setResult] = useState<'all' | 'passed' | 'found'>('all')
  const [search, setSearch] = useState('')
  const [words, setWords] = useSettled(search, setSearch)
  const [page, setPage] = useState(1)
  const answer = useAnswer(
    stations.listInspections,
    {
      page,
      pageSize: A_PAGE,
      ...(result !== 'all' && { isPassed: result === 'passed' }),
      ...(search.trim() !== '' && { search: search.trim() }),
    },
    { keepLast: true },
  )
  return (
    <>
      <PageHeader
        title={t(inspectionMessages.title)}
        breadcrumbs={[{ label: t(messages.stations), href: '/staff/stations' }]}
        summary={t(inspectionMessages.summary)}
        actions={
          <Allowed permission="stations.inspect">
            <LinkButton variant="primary" icon="plus" href="/staff/stations/inspections/plan">
              {t(inspectionMessages.plan)}
            </LinkButton>
          </Allowed>
        }
      />
      <Allowed permission="stations.inspect">
        <RoutesCard />
      </Allowed>
      <div className="stations-list">
        <DataTable
          label={t(inspectionMessages.results)}
          columns={useInspectionColumns()}
          {...rowsOf(answer)}
          rowId={(row) => row.id}
          filters={
            <FilterBar>
              <SearchField
                label={t(messages.search)}
                placeholder={t(inspectionMessages.searchHint)}
                value={words}
                onChange={setWords}
              />
              <Select
                label={t(inspectionMessages.result)}
                options={(['all', 'passed', 'found'] as const).map((id) => ({
                  id,
                  label: t(inspectionMessages[id]),
                }))}
                value={result}
                onChange={(id) => {
                  setResult(id as typeof result)
                  setPage(1)
                }}
              />
            </FilterBar>
          }
          empty={
            <EmptyState kind="search" title={t(inspectionMessages.noneTitle)}>
              {t(inspectionMessages.noneHint)}
            </EmptyState>
          }
          pagination={{ page, pageSize: A_PAGE, total: answer.data?.total ?? 0, onPageChange: setPage }}
        />
      </div>
    </>
  )
}
