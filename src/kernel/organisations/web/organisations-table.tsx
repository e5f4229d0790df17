import { useMemo, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { SearchField } from '#ui/controls/search-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { organisationKind, organisations, type OrganisationKind, type OrganisationRow } from '../contract.ts'
import { kindWords } from '../kinds.ts'
import { messages } from './messages.ts'

type Filters = { search: string; kind: OrganisationKind | 'all'; state: 'active' | 'dissolved' | 'all' }

const unfiltered: Filters = { search: '', kind: 'all', state: 'active' }
const PAGE_SIZE = 50

/** What stands directly below one organisation, or everything within reach; a search looks everywhere below. */
export function OrganisationsTable({ parentId }: { parentId: string | undefined }) {
  const t = useText()
  const [filters, setFilters] = useState(unfiltered)
  const [page, setPage] = useState(1)
  const answer = useAnswer(
    organisations.listOrganisations,
    { ...asked(filters), ...(parentId && { parentId }), page, pageSize: PAGE_SIZE },
    { keepLast: true },
  )
  const columns = useMemo(() => columnsOf(t), [t])
  const change = (changed: Partial<Filters>) => {
    setPage(1)
    setFilters({ ...filters, ...changed })
  }
  return (
    <DataTable
      label={t(messages.title)}
      columns={columns}
      {...rowsOf(answer)}
      rowId={(row) => row.id}
      filters={<Controls filters={filters} onChange={change} />}
      empty={
        <EmptyState kind="search" title={t(messages.noneTitle)}>
          {t(messages.noneHint)}
        </EmptyState>
      }
      pagination={{ page, pageSize: PAGE_SIZE, total: answer.data?.total ?? 0, onPageChange: setPage }}
    />
  )
}

function asked({ search, kind, state }: Filters) {
  return {
    ...(search.trim() !== '' && { search: search.trim() }),
    ...(kind !== 'all' && { kind }),
    ...(state !== 'all' && { state }),
  }
}

function Controls({
  filters,
  onChange,
}: {
  filters: Filters
  onChange: (changed: Partial<Filters>) => void
}) {
  const t = useText()
  const kinds = organisationKind.options.map((id) => ({ id, label: t(kindWords[id]) }))
  const states = (['active', 'dissolved'] as const).map((id) => ({ id, label: t(messages[id]) }))
  return (
    <FilterBar>
      <SearchField
        label={t(messages.search)}
        placeholder={t(messages.searchHint)}
        value={filters.search}
        onChange={(search) => onChange({ search })}
      />
      <Select
        label={t(messages.kind)}
        options={[{ id: 'all', label: t(messages.allKinds) }, ...kinds]}
        value={filters.kind}
        onChange={(kind) => onChange({ kind: kind as Filters['kind'] })}
      />
      <Select
        label={t(messages.state)}
        options={[{ id: 'all', label: t(messages.allStates) }, ...states]}
        value={filters.state}
        onChange={(state) => onChange({ state: state as Filters['state'] })}
      />
    </FilterBar>
  )
}

const columnsOf = (t: Translate): DataColumn<OrganisationRow>[] => [
  {
    id: 'name',
    header: t(messages.name),
    value: (row) => row.name,
    cell: (row) => <Link href={`/staff/organisations/${row.id}`}>{row.name}</Link>,
    isRowHeader: true,
    isFixed: true,
  },
  { id: 'kind', header: t(messages.kind), value: (row) => t(kindWords[row.kind]), width: 140 },
  { id: 'adcode', header: t(messages.adcode), value: (row) => row.adcode, width: 120 },
  { id: 'creditCode', header: t(messages.creditCode), value: (row) => row.creditCode, width: 190 },
  { id: 'children', header: t(messages.children), value: (row) => row.children, isNumber: true, width: 70 },
  {
    id: 'state',
    header: t(messages.state),
    value: (row) => t(messages[row.state]),
    cell: (row) => (
      <StatusBadge status={row.state === 'active' ? 'good' : 'quiet'}>{t(messages[row.state])}</StatusBadge>
    ),
    width: 110,
  },
]
