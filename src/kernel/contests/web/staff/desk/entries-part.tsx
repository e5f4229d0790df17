import { useMemo, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import { Select } from '#ui/controls/select.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { contests } from '../../../contract.ts'
import { messages as shared } from '../../messages.ts'
import type { Contest, EntryRow } from '../../types.ts'
import { EntryDrawer } from '../entry/entry-drawer.tsx'
import { staffMessages as messages } from '../messages.ts'

const A_PAGE = 50
const ALL = 'all'

/** What was handed in, as it came. */
export function EntriesPart({ contest }: { readonly contest: Contest }) {
  const t = useText()
  const [category, setCategory] = useState(ALL)
  const [page, setPage] = useState(1)
  const answer = useAnswer(
    contests.listEntries,
    { contestId: contest.id, page, pageSize: A_PAGE, ...(category !== ALL && { category }) },
    { keepLast: true },
  )
  const { categories } = contest.rules
  const [search, setSearch] = useSearchText()
  const close = () => setSearch(new URLSearchParams({ tab: 'entries' }))
  return (
    <>
      <EntryDrawer contest={contest} entryId={search.get('entry')} onClose={close} />
      <DataTable
        label={t(messages.entries)}
        columns={useColumns(contest)}
        {...rowsOf(answer)}
        rowId={(row) => row.id}
        filters={
          <FilterBar>
            <Select
              label={t(messages.category)}
              options={[
                { id: ALL, label: t(messages.allCategories) },
                ...categories.map(({ id, name }) => ({ id, label: name })),
              ]}
              value={category}
              onChange={(id) => {
                setCategory(id)
                setPage(1)
              }}
            />
          </FilterBar>
        }
        empty={<EmptyState title={t(messages.noEntries)}>{t(messages.noEntriesHint)}</EmptyState>}
        pagination={{ page, pageSize: A_PAGE, total: answer.data?.total ?? 0, onPageChange: setPage }}
      />
    </>
  )
}

function useColumns({ id: contestId, rules: { categories } }: Contest): DataColumn<EntryRow>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(() => {
    const nameOf = new Map(categories.map(({ id, name }) => [id, name]))
    const standing = (row: EntryRow) =>
      row.disqualifiedReason !== null ? ('disqualified' as const) : row.state
    return [
      { id: 'no', header: t(messages.no), value: (row) => row.no, isNumber: true, width: 80 },
      {
        id: 'title',
        header: t(messages.entryTitle),
        value: (row) => row.title,
        cell: (row) => (
          <Link href={`/staff/contests/${contestId}?tab=entries&entry=${row.id}`}>{row.title}</Link>
        ),
        isRowHeader: true,
        isFixed: true,
        width: 280,
      },
      {
        id: 'category',
        header: t(messages.category),
        value: (row) => nameOf.get(row.category) ?? '',
        width: 110,
      },
      { id: 'kind', header: t(messages.kind), value: (row) => t(shared[row.kind]), width: 80 },
      { id: 'unit', header: t(messages.unit), value: (row) => row.unitName },
      { id: 'names', header: t(messages.names), value: (row) => row.participants.join('、') },
      {
        id: 'state',
        header: t(messages.state),
        value: (row) => t(messages[standing(row)]),
        cell: (row) => (
          <StatusBadge status={standing(row) === 'submitted' ? 'good' : 'quiet'}>
            {t(messages[standing(row)])}
          </StatusBadge>
        ),
        width: 140,
      },
      {
        id: 'at',
        header: t(messages.at),
        value: (row) => row.enteredAt,
        cell: (row) => format.dateTime(row.enteredAt),
        width: 160,
      },
    ]
  }, [t, format, contestId, categories])
}
