import type { ReactNode } from 'react'

export type CellValue = string | number | boolean | Date | null | undefined

export type DataColumn<Row> = {
  id: string
  header: string
  /** The plain value: what is sorted, and what goes to the spreadsheet. */
  value: (row: Row) => CellValue
  /** How it looks, where it is more than the value. */
  cell?: (row: Row) => ReactNode
  /** Numbers stand right, in tabular figures. */
  isNumber?: boolean
  /** Names the row for a screen reader; usually the first column. */
  isRowHeader?: boolean
  isSortable?: boolean
  /** Cannot be hidden. */
  isFixed?: boolean
  /** In px; the rest of the width is shared. */
  width?: number
}

export type Density = 'comfortable' | 'compact'

/** What a person may change about a table, in a shape that can be saved and sent. */
export type TableView = {
  sort: { column: string; descending: boolean } | null
  hiddenColumns: string[]
  density: Density
}

/** `filters` is the page's own; the table keeps and returns it without looking. */
export type SavedView = { id: string; name: string; view: TableView; filters?: Record<string, string> }

export type SavedViews = {
  views: SavedView[]
  activeId?: string
  onOpen: (view: SavedView) => void
  onSave: (name: string, view: TableView) => void
  onDelete: (id: string) => void
}

export const plainView: TableView = { sort: null, hiddenColumns: [], density: 'comfortable' }
