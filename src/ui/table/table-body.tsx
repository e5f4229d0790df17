import { useMemo, type ReactNode } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'
import { SelectionBox } from './selection-box.tsx'
import { useRowKeys } from './table-keyboard.ts'
import type { CellValue, DataColumn, Density } from './table-types.ts'
import type { DataRow, DataTableModel, RowData } from './use-data-table.ts'

/** Below this every row is drawn: find-in-page and print then see all of them. */
const virtualFrom = 200
const rowHeightPx: Record<Density, number> = { comfortable: 45, compact: 33 }

type TableBodyProps<Row extends RowData> = {
  table: DataTableModel<Row>
  columns: Map<string, DataColumn<Row>>
  isSelectable: boolean
  density: Density
  scroller: HTMLDivElement | null
  onCopy: () => void
}

export function TableBody<Row extends RowData>(props: TableBodyProps<Row>) {
  const { table, density, scroller } = props
  const rows = table.getRowModel().rows
  const isVirtual = rows.length > virtualFrom
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeightPx[density],
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  })
  const keys = useRowKeys({
    rowCount: rows.length,
    reveal: (index) => isVirtual && virtualizer.scrollToIndex(index),
    toggle: (index) => rows[index]?.toggleSelected(),
    selectAll: () => table.toggleAllRowsSelected(true),
    copy: props.onCopy,
  })
  const all = useMemo(() => rows.map((_, index) => index), [rows])
  const items = virtualizer.getVirtualItems()
  const shown = isVirtual ? items.map(({ index }) => index) : all
  const columnCount = table.getVisibleLeafColumns().length + Number(props.isSelectable)
  const before = isVirtual ? (items[0]?.start ?? 0) : 0
  const after = isVirtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  return (
    <tbody onKeyDown={keys.onKeyDown}>
      <Spacer height={before} columnCount={columnCount} />
      {shown.map((index) => {
        const row = rows[index]
        if (!row) return null
        return (
          <BodyRow
            key={row.id}
            row={row}
            index={index}
            columns={props.columns}
            isSelectable={props.isSelectable}
            isActive={index === keys.active}
            onFocus={() => keys.setActiveIndex(index)}
            {...(isVirtual && { measure: virtualizer.measureElement })}
          />
        )
      })}
      <Spacer height={after} columnCount={columnCount} />
    </tbody>
  )
}

/** Keeps the height of rows that are not drawn, so that the scroll bar tells the truth. */
function Spacer({ height, columnCount }: { height: number; columnCount: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden className="ui-table-spacer">
      <td colSpan={columnCount} style={{ blockSize: height }} />
    </tr>
  )
}

type BodyRowProps<Row extends RowData> = {
  row: DataRow<Row>
  index: number
  columns: Map<string, DataColumn<Row>>
  isSelectable: boolean
  isActive: boolean
  onFocus: () => void
  measure?: (element: HTMLTableRowElement | null) => void
}

function BodyRow<Row extends RowData>(props: BodyRowProps<Row>) {
  const { row, index, columns, isSelectable, isActive, onFocus, measure } = props
  const t = useText()
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      data-selected={row.getIsSelected() || undefined}
      tabIndex={isActive ? 0 : -1}
      onFocus={onFocus}
      ref={measure}
    >
      {isSelectable && (
        <td className="ui-table-select">
          <SelectionBox
            label={t(messages.selectRow, { name: rowName(row, columns) })}
            isSelected={row.getIsSelected()}
            onToggle={row.getToggleSelectedHandler()}
          />
        </td>
      )}
      {row.getVisibleCells().map((cell) => (
        <BodyCell key={cell.id} column={columns.get(cell.column.id)} row={row.original} />
      ))}
    </tr>
  )
}

function BodyCell<Row>({ column, row }: { column: DataColumn<Row> | undefined; row: Row }) {
  if (!column) return null
  const content: ReactNode = column.cell ? column.cell(row) : plain(column.value(row))
  if (column.isRowHeader) return <th scope="row">{content}</th>
  return (
    <td data-number={column.isNumber || undefined} data-moment={isMoment(column.value(row)) || undefined}>
      {content}
    </td>
  )
}

/** A day or an instant; however it is written, it does not break in its middle. */
const isMoment = (value: CellValue) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(T|$)/.test(value)

function plain(value: ReturnType<DataColumn<never>['value']>): string {
  if (value === null || value === undefined) return '—'
  return typeof value === 'number' ? value.toLocaleString('zh-CN') : String(value)
}

function rowName<Row extends RowData>(row: DataRow<Row>, columns: Map<string, DataColumn<Row>>): string {
  const header = [...columns.values()].find(({ isRowHeader }) => isRowHeader)
  return header ? String(header.value(row.original) ?? row.id) : row.id
}
