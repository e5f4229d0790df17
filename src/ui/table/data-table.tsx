import { useId, useMemo, useState, type ReactNode } from 'react'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { LoadingState, Skeleton } from '#ui/states/loading-state.tsx'
import { messages } from './messages.ts'
import { Pagination, type PaginationProps } from './pagination.tsx'
import { rowsToText } from './rows-to-text.ts'
import { TableBody } from './table-body.tsx'
import { TableHead } from './table-head.tsx'
import { TableToolbar } from './table-toolbar.tsx'
import { plainView, type DataColumn, type SavedViews, type TableView } from './table-types.ts'
import { useDataTable, type RowData } from './use-data-table.ts'

export type DataTableProps<Row extends RowData> = {
  /** Names the table for a screen reader. */
  label: string
  /** Kept stable (module scope or memo): a new list rebuilds the model. */
  columns: DataColumn<Row>[]
  rows: Row[]
  rowId: (row: Row) => string
  /** Without these the table keeps its own view. */
  view?: TableView
  onViewChange?: (view: TableView) => void
  /** The server sorts; `onViewChange` tells by what. */
  isServerSorted?: boolean
  savedViews?: SavedViews
  selectedIds?: ReadonlySet<string>
  onSelectionChange?: (ids: Set<string>) => void
  /** Buttons that act on the selected rows. */
  bulkActions?: ReactNode
  pagination?: PaginationProps
  filters?: ReactNode
  isLoading?: boolean
  /** An `ErrorState` in place of the rows. */
  error?: ReactNode
  /** An `EmptyState` in place of "no records match". */
  empty?: ReactNode
}

/** The work table of the desk: frozen head, sort, columns, density, selection, copy, views, pages. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const [ownView, setOwnView] = useState(plainView)
  const view = props.view ?? ownView
  const setView = props.onViewChange ?? setOwnView
  const selectedIds = props.selectedIds ?? none
  const table = useDataTable({
    ...props,
    view,
    onViewChange: setView,
    selectedIds,
    onSelectionChange: (ids) => props.onSelectionChange?.(ids),
    isServerSorted: props.isServerSorted ?? false,
  })
  const shownColumns = props.columns.filter(({ id }) => !view.hiddenColumns.includes(id))
  const copy = useCopy(shownColumns)
  const copySelected = () => void copy(table.getSelectedRowModel().rows.map((row) => row.original))
  return (
    <section className="ui-table-frame" data-density={view.density} aria-label={props.label}>
      {props.filters}
      <TableToolbar
        columns={props.columns}
        view={view}
        onViewChange={setView}
        selectedCount={selectedIds.size}
        onClearSelection={() => props.onSelectionChange?.(new Set())}
        onCopy={copySelected}
        bulkActions={props.bulkActions}
        {...(props.savedViews && { savedViews: props.savedViews })}
      />
      <Rows {...props} table={table} density={view.density} onCopy={copySelected} />
      {props.pagination && <Pagination {...props.pagination} />}
    </section>
  )
}

const none: ReadonlySet<string> = new Set()

type RowsProps<Row extends RowData> = DataTableProps<Row> & {
  table: ReturnType<typeof useDataTable<Row>>
  density: TableView['density']
  onCopy: () => void
}

function Rows<Row extends RowData>({ table, columns, density, onCopy, ...props }: RowsProps<Row>) {
  const t = useText()
  const hintId = useId()
  // State, not a ref: the rows inside measure this element, and must be drawn again once it is there.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns])
  const shared = { table, columns: byId, isSelectable: props.onSelectionChange !== undefined }
  if (props.error) return props.error
  if (props.isLoading && props.rows.length === 0) return <LoadingState skeleton={<Skeleton lines={8} />} />
  if (props.rows.length === 0) {
    return (
      props.empty ?? (
        <EmptyState kind="search" title={t(messages.empty)}>
          {t(messages.emptyHint)}
        </EmptyState>
      )
    )
  }
  return (
    <div ref={setScroller} className="ui-table-scroll" aria-busy={props.isLoading}>
      <p id={hintId} className="ui-hidden">
        {t(messages.keyboardHint)}
      </p>
      <table
        className="ui-table"
        aria-label={props.label}
        aria-describedby={hintId}
        aria-rowcount={props.rows.length + 1}
      >
        <TableHead {...shared} />
        <TableBody {...shared} density={density} scroller={scroller} onCopy={onCopy} />
      </table>
    </div>
  )
}

/** Puts rows on the clipboard and says what came of it; browsers may refuse. */
function useCopy<Row>(columns: DataColumn<Row>[]) {
  const t = useText()
  const toast = useToast()
  return async (rows: Row[]) => {
    if (rows.length === 0) return
    try {
      await navigator.clipboard.writeText(rowsToText(columns, rows))
      toast({ text: t(messages.copied, { count: rows.length }), icon: 'copy' })
    } catch {
      toast({ text: t(messages.copyRefused), icon: 'warning' })
    }
  }
}
