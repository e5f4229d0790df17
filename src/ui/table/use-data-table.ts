import { useMemo } from 'react'
import {
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ReactTable,
  type Row as TableRow,
  type RowData,
  type Updater,
} from '@tanstack/react-table'
import { compareValues } from './compare-values.ts'
import type { DataColumn, TableView } from './table-types.ts'

const features = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  columnVisibilityFeature,
  sortedRowModel: createSortedRowModel(),
})

export type { RowData }
export type DataTableModel<Row extends RowData> = ReactTable<typeof features, Row>
export type DataRow<Row extends RowData> = TableRow<typeof features, Row>

export type DataTableModelOptions<Row> = {
  columns: DataColumn<Row>[]
  rows: Row[]
  rowId: (row: Row) => string
  view: TableView
  onViewChange: (view: TableView) => void
  selectedIds: ReadonlySet<string>
  onSelectionChange: (ids: Set<string>) => void
  /** The rows come sorted from the server; the head only reports what was asked. */
  isServerSorted: boolean
}

type Sorting = { id: string; desc: boolean }[]

/** Our column and view shapes on TanStack's model, so that no page depends on that library. */
export function useDataTable<Row extends RowData>(options: DataTableModelOptions<Row>): DataTableModel<Row> {
  const { view, onViewChange, selectedIds } = options
  const columns = useMemo(() => toColumnDefinitions(options.columns), [options.columns])
  const sorting: Sorting = view.sort ? [{ id: view.sort.column, desc: view.sort.descending }] : []
  const columnVisibility = Object.fromEntries(view.hiddenColumns.map((id) => [id, false]))
  const rowSelection = Object.fromEntries([...selectedIds].map((id) => [id, true] as const))
  return useTable<typeof features, Row>({
    features,
    columns,
    data: options.rows,
    getRowId: options.rowId,
    manualSorting: options.isServerSorted,
    enableMultiSort: false,
    state: { sorting, columnVisibility, rowSelection },
    onSortingChange: (updater) => {
      const [first] = apply(updater, sorting)
      onViewChange({ ...view, sort: first ? { column: first.id, descending: first.desc } : null })
    },
    onColumnVisibilityChange: (updater) => {
      const visible = apply(updater, columnVisibility)
      onViewChange({ ...view, hiddenColumns: Object.keys(visible).filter((id) => visible[id] === false) })
    },
    onRowSelectionChange: (updater) => {
      const chosen = apply(updater, rowSelection)
      options.onSelectionChange(new Set(Object.keys(chosen).filter((id) => chosen[id])))
    },
  })
}

function toColumnDefinitions<Row extends RowData>(columns: DataColumn<Row>[]) {
  const helper = createColumnHelper<typeof features, Row>()
  return helper.columns(
    columns.map((column) =>
      helper.accessor((row) => column.value(row), {
        id: column.id,
        header: column.header,
        cell: ({ row, getValue }) => (column.cell ? column.cell(row.original) : getValue()),
        enableSorting: column.isSortable ?? false,
        enableHiding: !column.isFixed,
        sortDescFirst: false,
        sortFn: (a, b, id) => compareValues(a.getValue(id), b.getValue(id)),
      }),
    ),
  )
}

function apply<T>(updater: Updater<T>, old: T): T {
  return typeof updater === 'function' ? (updater as (value: T) => T)(old) : updater
}
