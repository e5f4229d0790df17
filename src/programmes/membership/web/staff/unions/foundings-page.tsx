import { useMemo } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import { SearchField } from '#ui/controls/search-field.tsx'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { Stat } from '#ui/data/stat.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { useFormat, type Formatters } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { membership } from '../../../contract.ts'
import { formWords, outcomeStatus } from '../../union-words.ts'
import { messages } from './messages.ts'
import { withChanged } from './unions-search.ts'
import './unions.css'

const PAGE_SIZE = 50
const views = ['open', 'ended', 'all'] as const
type View = (typeof views)[number]
type Row = OutputOf<typeof membership.listFoundings>['rows'][number]

/** What workplaces applied for, the most pressing first. */
export default function FoundingsPage() {
  const t = useText()
  const [given, setGiven] = useSearchText()
  const view = views.find((one) => one === given.get('view')) ?? 'open'
  const page = Number(given.get('page')) || 1
  const state = given.get('state') ?? undefined
  const answer = useAnswer(
    membership.listFoundings,
    { view, search: given.get('search') ?? '', page, pageSize: PAGE_SIZE, ...(state && { state }) },
    { keepLast: true },
  )
  return (
    <>
      <PageHeader title={t(messages.foundings)} summary={t(messages.foundingsSummary)} />
      <div className="ui-stats">
        {answer.data?.counts.map(({ state: id, title, count }) => (
          <Stat
            key={id}
            label={t(title)}
            value={count}
            href={`/staff/unions/foundings?view=all&state=${id}`}
          />
        ))}
      </div>
      <DataTable
        label={t(messages.foundings)}
        columns={useColumns()}
        {...rowsOf(answer)}
        rowId={(row) => row.id}
        isServerSorted
        empty={
          <EmptyState kind="done" title={t(messages.noFoundings)}>
            {t(messages.noFoundingsWhy)}
          </EmptyState>
        }
        filters={
          <>
            <SegmentedControl
              label={t(messages.state)}
              segments={views.map((id) => ({ id, label: t(messages[id]) }))}
              value={view}
              onChange={(id: View) => setGiven(withChanged(given, { view: id, state: undefined }))}
            />
            <FilterBar>
              <SearchField
                label={t(messages.search)}
                defaultValue={given.get('search') ?? ''}
                onSubmit={(search) => setGiven(withChanged(given, { search }))}
                onClear={() => setGiven(withChanged(given, { search: undefined }))}
              />
            </FilterBar>
          </>
        }
        pagination={{
          page,
          pageSize: PAGE_SIZE,
          total: answer.data?.total ?? 0,
          onPageChange: (next) => setGiven(withChanged(given, { page: String(next) })),
        }}
      />
    </>
  )
}

function useColumns(): DataColumn<Row>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(() => columnsOf(t, format), [t, format])
}

const columnsOf = (t: Translate, format: Formatters): DataColumn<Row>[] => [
  {
    id: 'name',
    header: t(messages.name),
    value: (row) => row.unionName,
    cell: (row) => <Link href={`/staff/unions/foundings/${row.id}`}>{row.unionName}</Link>,
    isRowHeader: true,
    isFixed: true,
  },
  { id: 'unit', header: t(messages.unit), value: (row) => row.unitName },
  { id: 'form', header: t(messages.form), value: (row) => t(formWords[row.form]), width: 180 },
  { id: 'members', header: t(messages.members), value: (row) => row.members, isNumber: true, width: 80 },
  { id: 'above', header: t(messages.above), value: (row) => row.levelAboveName, width: 160 },
  {
    id: 'state',
    header: t(messages.state),
    value: (row) => t(row.standing.stateTitle),
    cell: (row) => (
      <StatusBadge status={outcomeStatus(row.standing.outcome)}>{t(row.standing.stateTitle)}</StatusBadge>
    ),
    width: 150,
  },
  {
    id: 'due',
    header: t(messages.due),
    value: (row) => row.standing.dueOn,
    cell: (row) => row.standing.dueOn && format.date(row.standing.dueOn, 'numeric'),
    width: 110,
  },
  {
    id: 'filed',
    header: t(messages.filed),
    value: (row) => row.filedAt,
    cell: (row) => format.relative(row.filedAt),
    width: 110,
  },
]
