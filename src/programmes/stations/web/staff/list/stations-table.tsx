import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { TableView } from '#ui/table/table-types.ts'
import { withChange, type Changed } from '../changed.ts'
import { messages } from '../messages.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import { listMessages } from './messages.ts'
import { PrintPlates } from './print-plates.tsx'
import { useStationColumns } from './station-columns.tsx'
import { StationFilters } from './station-filters.tsx'
import {
  askedOf,
  isFiltered,
  PAGE_SIZES,
  readStationsSearch,
  SORTS,
  unfiltered,
  wholeList,
  writeStationsSearch,
  type StationsSearch,
} from './stations-search.ts'
import { useSavedViews, useTableView } from './use-saved-views.ts'

const none: ReadonlySet<string> = new Set()

/** Asks are in the address, looks are on the device; chosen rows stay chosen while paging. */
export function StationsTable() {
  const t = useText()
  const [text, setText] = useSearchText()
  const search = readStationsSearch(text)
  const change = (changed: Changed<StationsSearch>) =>
    setText(writeStationsSearch(withChange({ ...search, page: 1 }, changed)))
  const lift = () => setText(writeStationsSearch(unfiltered(search)))
  const [look, setLook] = useTableView()
  const saved = useSavedViews()
  const [selected, setSelected] = useState(none)
  const answer = useAnswer(stations.listStations, askedOf(search), { keepLast: true })
  const view: TableView = { ...look, sort: { column: search.sort, descending: search.descending } }
  const changeView = (next: TableView) => {
    setLook({ ...next, sort: null })
    if (next.sort?.column !== view.sort?.column || next.sort?.descending !== view.sort?.descending) {
      change(sortOf(next))
    }
  }
  return (
    <DataTable
      label={t(messages.stations)}
      columns={useStationColumns()}
      {...rowsOf(answer)}
      rowId={(row) => row.code}
      view={view}
      onViewChange={changeView}
      isServerSorted
      selectedIds={selected}
      onSelectionChange={setSelected}
      bulkActions={<PrintPlates codes={[...selected]} />}
      savedViews={{
        views: saved.views,
        ...(saved.activeId !== undefined && { activeId: saved.activeId }),
        onOpen: (opened) => {
          saved.setActiveId(opened.id)
          setLook(opened.view)
          setText(new URLSearchParams(opened.filters))
        },
        onSave: (name, kept) => saved.save(name, kept, writeStationsSearch({ ...search, page: 1 })),
        onDelete: saved.remove,
      }}
      filters={<StationFilters search={search} onChange={change} onClear={lift} />}
      empty={<NothingHere search={search} onClear={lift} />}
      pagination={{
        page: search.page,
        pageSize: search.pageSize,
        total: answer.data?.total ?? 0,
        onPageChange: (page) => change({ page }),
        pageSizes: PAGE_SIZES,
        onPageSizeChange: (pageSize) => change({ pageSize }),
      }}
    />
  )
}

function sortOf({ sort }: TableView): Pick<StationsSearch, 'sort' | 'descending'> {
  const column = SORTS.find((name) => name === sort?.column)
  return column === undefined
    ? { sort: wholeList.sort, descending: wholeList.descending }
    : { sort: column, descending: sort?.descending ?? false }
}

function NothingHere({ search, onClear }: { search: StationsSearch; onClear: () => void }) {
  const t = useText()
  if (isFiltered(search)) {
    return (
      <EmptyState
        kind="search"
        title={t(listMessages.noneTitle)}
        actions={<Button onPress={onClear}>{t(listMessages.clearFilters)}</Button>}
      >
        {t(listMessages.noneHint)}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={t(listMessages.emptyTitle)}
      actions={
        <LinkButton href="/staff/stations/import" icon="upload">
          {t(listMessages.importRoster)}
        </LinkButton>
      }
    >
      {t(listMessages.emptyHint)}
    </EmptyState>
  )
}
