import { useMemo, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { SearchField } from '#ui/controls/search-field.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { useFormat, type Formatters } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { people } from '../contract.ts'
import type { PersonRow } from '../shapes.ts'
import { LookUpDialog } from './look-up-dialog.tsx'
import { messages } from './messages.ts'

const PAGE_SIZE = 50

/** Whom the caller's units keep a record of, masked. */
export default function PeoplePage() {
  const t = useText()
  const [isLooking, setLooking] = useState(false)
  return (
    <>
      <PageHeader
        title={t(messages.title)}
        summary={t(messages.summary)}
        actions={
          <Button icon="search" onPress={() => setLooking(true)}>
            {t(messages.lookUp)}
          </Button>
        }
      />
      <PeopleTable />
      <LookUpDialog isOpen={isLooking} onOpenChange={setLooking} />
    </>
  )
}

function PeopleTable() {
  const t = useText()
  const format = useFormat()
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(1)
  const wish = { ...(search.trim() !== '' && { search: search.trim() }), page, pageSize: PAGE_SIZE }
  const answer = useAnswer(people.listPeople, wish, { keepLast: true })
  const columns = useMemo(() => columnsOf(t, format), [t, format])
  const changeSearch = (text: string) => {
    setPage(1)
    setSearch(text)
  }
  return (
    <DataTable
      label={t(messages.title)}
      columns={columns}
      {...rowsOf(answer)}
      rowId={(row) => row.id}
      filters={
        <FilterBar>
          <SearchField
            label={t(messages.search)}
            placeholder={t(messages.searchHint)}
            value={search}
            onChange={changeSearch}
          />
        </FilterBar>
      }
      empty={
        <EmptyState kind="search" title={t(messages.noneTitle)}>
          {t(messages.noneHint)}
        </EmptyState>
      }
      pagination={{ page, pageSize: PAGE_SIZE, total: answer.data?.total ?? 0, onPageChange: setPage }}
    />
  )
}

const columnsOf = (t: Translate, format: Formatters): DataColumn<PersonRow>[] => [
  {
    id: 'name',
    header: t(messages.name),
    value: (row) => row.maskedName,
    cell: (row) => <Link href={`/staff/people/${row.bk}/${row.id}`}>{row.maskedName}</Link>,
    isRowHeader: true,
    isFixed: true,
    width: 120,
  },
  { id: 'document', header: t(messages.document), value: (row) => row.maskedDocument, width: 200 },
  { id: 'home', header: t(messages.home), value: (row) => row.homeOrganisationName },
  {
    id: 'since',
    header: t(messages.since),
    value: (row) => row.createdAt,
    cell: (row) => format.dateTime(row.createdAt),
    width: 170,
  },
]
