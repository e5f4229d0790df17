import { useMemo } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { SearchField } from '#ui/controls/search-field.tsx'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { Select } from '#ui/controls/select.tsx'
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
import { review } from '../contract.ts'
import { statusOf } from './case-status.ts'
import { DeadlineBadge } from './deadline.tsx'
import { messages } from './messages.ts'

type Listed = OutputOf<typeof review.listCases>
type Row = Listed['rows'][number]
type Wish = InputOf<typeof review.listCases>

const PAGE_SIZE = 50
const views = ['waiting', 'open', 'ended', 'all'] as const

/** Every case that the caller may read, the most pressing first. */
export default function CasesPage() {
  const t = useText()
  const [given, setGiven] = useSearchText()
  const wish = wishOf(given)
  const page = Number(given.get('page')) || 1
  const answer = useAnswer(review.listCases, { ...wish, page, pageSize: PAGE_SIZE }, { keepLast: true })
  const change = (part: Wish) => setGiven(asSearch({ ...wish, ...part }, 1))
  return (
    <>
      <PageHeader title={t(messages.cases)} summary={t(messages.casesSummary)} />
      <DataTable
        label={t(messages.cases)}
        columns={useColumns()}
        {...rowsOf(answer)}
        rowId={(row) => row.id}
        isServerSorted
        empty={
          <EmptyState kind="done" title={t(messages.noCases)}>
            {t(messages.noCasesWhy)}
          </EmptyState>
        }
        filters={<Filters wish={wish} procedures={answer.data?.procedures ?? []} onChange={change} />}
        pagination={{
          page,
          pageSize: PAGE_SIZE,
          total: answer.data?.total ?? 0,
          onPageChange: (next) => setGiven(asSearch(wish, next)),
        }}
      />
    </>
  )
}

/** What is looked at stands in the address, so that Back from a case comes to the same list. */
function wishOf(given: URLSearchParams): Wish {
  const procedure = given.get('procedure')
  const search = given.get('search')
  return {
    view: views.find((one) => one === given.get('view')) ?? 'waiting',
    ...(procedure && { procedure }),
    ...(search && { search }),
    ...(given.get('late') === 'yes' && { lateOnly: true }),
  }
}

function asSearch({ view, procedure, search, lateOnly }: Wish, page: number): URLSearchParams {
  return new URLSearchParams({
    ...(view !== undefined && view !== 'waiting' && { view }),
    ...(procedure && { procedure }),
    ...(search && { search }),
    ...(lateOnly === true && { late: 'yes' }),
    ...(page > 1 && { page: String(page) }),
  })
}

const EVERY = 'every'

type FiltersProps = { wish: Wish; procedures: Listed['procedures']; onChange: (part: Wish) => void }

function Filters({ wish, procedures, onChange }: FiltersProps) {
  const t = useText()
  const options = [
    { id: EVERY, label: t(messages.allProcedures) },
    ...procedures.map(({ id, title }) => ({ id, label: t(title) })),
  ]
  return (
    <>
      <SegmentedControl
        label={t(messages.view)}
        segments={views.map((id) => ({ id, label: t(messages[id]) }))}
        value={wish.view as (typeof views)[number]}
        onChange={(view) => onChange({ view })}
      />
      <FilterBar>
        <Select
          label={t(messages.procedure)}
          options={options}
          value={wish.procedure ?? EVERY}
          onChange={(id) => onChange({ procedure: id === EVERY ? undefined : id })}
        />
        <SearchField
          label={t(messages.search)}
          defaultValue={wish.search ?? ''}
          onSubmit={(search) => onChange({ search })}
          onClear={() => onChange({ search: '' })}
        />
        <Checkbox isSelected={wish.lateOnly ?? false} onChange={(lateOnly) => onChange({ lateOnly })}>
          {t(messages.lateOnly)}
        </Checkbox>
      </FilterBar>
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
    id: 'what',
    header: t(messages.what),
    value: (row) => row.summary,
    cell: (row) => <Link href={`/staff/cases/${row.id}`}>{row.summary}</Link>,
    isRowHeader: true,
    isFixed: true,
    isSortable: false,
  },
  {
    id: 'procedure',
    header: t(messages.procedure),
    value: (row) => t(row.procedureTitle),
    isSortable: false,
  },
  {
    id: 'state',
    header: t(messages.state),
    value: (row) => t(row.stateTitle),
    cell: (row) => <StatusBadge status={statusOf(row.outcome)}>{t(row.stateTitle)}</StatusBadge>,
    isSortable: false,
  },
  { id: 'where', header: t(messages.where), value: (row) => row.organisationName, isSortable: false },
  {
    id: 'due',
    header: t(messages.due),
    value: (row) => row.deadline?.dueOn,
    cell: (row) => <DeadlineBadge deadline={row.deadline} />,
    width: 170,
    isSortable: false,
  },
  {
    id: 'since',
    header: t(messages.since),
    value: (row) => row.since,
    cell: (row) => format.relative(row.since),
    width: 130,
    isSortable: false,
  },
  {
    id: 'assignee',
    header: t(messages.assignee),
    value: (row) => row.assigneeName ?? t(messages.nobody),
    width: 120,
    isSortable: false,
  },
]
