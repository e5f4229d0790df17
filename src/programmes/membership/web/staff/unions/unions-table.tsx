import type { ReactNode } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import { rowsOf } from '#ui/table/rows-of.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { plainView, type TableView } from '#ui/table/table-types.ts'
import { membership } from '../../../contract.ts'
import { useUnionColumns } from './union-columns.tsx'
import { readUnionsSearch, withChanged, type UnionsWish } from './unions-search.ts'
import { useState } from 'react'

const PAGE_SIZE = 50

type UnionsTableProps = {
  readonly label: string
  /** What the page asks before the address says anything else. */
  readonly usual?: Partial<UnionsWish>
  readonly filters: ReactNode
  readonly empty: ReactNode
}

/** The register as a table: what it shows stands in the address, to keep and to send. */
export function UnionsTable({ label, usual = {}, filters, empty }: UnionsTableProps) {
  const [given, setGiven] = useSearchText()
  const [look, setLook] = useState<Omit<TableView, 'sort'>>(plainView)
  const wish = { ...usual, ...readUnionsSearch(given), ...(given.has('sort') ? {} : pick(usual)) }
  const answer = useAnswer(membership.listUnions, { ...wish, pageSize: PAGE_SIZE }, { keepLast: true })
  const changeView = ({ sort, ...rest }: TableView) => {
    setLook(rest)
    setGiven(
      withChanged(given, {
        sort: sort?.column,
        descending: sort?.descending ? 'true' : undefined,
      }),
    )
  }
  return (
    <DataTable
      label={label}
      columns={useUnionColumns()}
      {...rowsOf(answer)}
      rowId={(row) => row.id}
      view={{ ...look, sort: { column: wish.sort ?? 'name', descending: wish.descending ?? false } }}
      onViewChange={changeView}
      isServerSorted
      empty={empty}
      filters={filters}
      pagination={{
        page: wish.page ?? 1,
        pageSize: PAGE_SIZE,
        total: answer.data?.total ?? 0,
        onPageChange: (page) => setGiven(withChanged(given, { page: String(page) })),
      }}
    />
  )
}

const pick = ({ sort, descending }: Partial<UnionsWish>) => ({
  ...(sort && { sort }),
  ...(descending !== undefined && { descending }),
})
