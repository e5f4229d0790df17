import type { Header } from '@tanstack/react-table'
import { useText } from '#ui/i18n/language.tsx'
import { Icon } from '#ui/pictures/icon.tsx'
import { messages } from './messages.ts'
import { SelectionBox } from './selection-box.tsx'
import type { DataColumn } from './table-types.ts'
import type { DataTableModel, RowData } from './use-data-table.ts'

type TableHeadProps<Row extends RowData> = {
  table: DataTableModel<Row>
  columns: Map<string, DataColumn<Row>>
  isSelectable: boolean
}

export function TableHead<Row extends RowData>({ table, columns, isSelectable }: TableHeadProps<Row>) {
  const t = useText()
  return (
    <thead>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id}>
          {isSelectable && (
            <th scope="col" className="ui-table-select">
              <SelectionBox
                isTabStop
                label={t(messages.selectAll)}
                isSelected={table.getIsAllRowsSelected()}
                isIndeterminate={table.getIsSomeRowsSelected()}
                onToggle={() => table.toggleAllRowsSelected()}
              />
            </th>
          )}
          {group.headers.map((header) => (
            <HeadCell key={header.id} header={header} {...pick(columns.get(header.column.id))} />
          ))}
        </tr>
      ))}
    </thead>
  )
}

type HeadCellProps<Row extends RowData> = {
  header: Header<DataTableModel<Row>['options']['features'], Row>
  isNumber?: boolean
  width?: number
}

/** The whole head is the button that sorts; the arrow shows the order, aria-sort says it. */
function HeadCell<Row extends RowData>({ header, isNumber, width }: HeadCellProps<Row>) {
  const order = header.column.getIsSorted()
  const title = String(header.column.columnDef.header)
  const ariaSort = order === 'asc' ? 'ascending' : order === 'desc' ? 'descending' : undefined
  return (
    <th
      scope="col"
      data-number={isNumber || undefined}
      aria-sort={ariaSort}
      style={width === undefined ? undefined : { inlineSize: width }}
    >
      {header.column.getCanSort() ? (
        <button type="button" className="ui-table-sort" onClick={header.column.getToggleSortingHandler()}>
          {title}
          {order && <Icon name={order === 'asc' ? 'arrow-up' : 'arrow-down'} />}
        </button>
      ) : (
        title
      )}
    </th>
  )
}

function pick<Row>(column: DataColumn<Row> | undefined) {
  return {
    ...(column?.isNumber && { isNumber: true }),
    ...(column?.width !== undefined && { width: column.width }),
  }
}
