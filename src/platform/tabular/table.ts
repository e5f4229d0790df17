/** What a cell was in the file. `text` is always what a person would read in it. */
export type CellKind = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error'

export interface TableCell {
  readonly kind: CellKind
  /** As written, uncleaned. Dates are ISO (`2019-05-01`, `2019-05-01T08:30`, `08:30`). */
  readonly text: string
  /** Filled in from the top left cell of a merged block. */
  readonly merged?: true
}

export interface TableRow {
  /** 1-based, as the person's spreadsheet program shows it. */
  readonly row: number
  /** From column A on; cells never written are `EMPTY_CELL`. */
  readonly cells: readonly TableCell[]
}

/** Every limit refuses with a named `TableError`; nothing is cut silently. */
export interface TableLimits {
  readonly fileBytesMax: number
  /** Unpacked size of any one part of a spreadsheet: what stops a zip bomb. */
  readonly unpackedBytesMax: number
  /** Unpacked over packed size, above which a part is not a table anybody typed. */
  readonly packingRatioMax: number
  readonly rowsMax: number
  readonly columnsMax: number
  readonly cellCharactersMax: number
}

export const DEFAULT_TABLE_LIMITS: TableLimits = {
  fileBytesMax: 256 * 1024 * 1024,
  unpackedBytesMax: 4 * 1024 * 1024 * 1024,
  packingRatioMax: 400,
  rowsMax: 1_048_576,
  columnsMax: 512,
  cellCharactersMax: 32_767,
}

export interface ReadTableOptions {
  readonly limits?: Partial<TableLimits>
  /** Of several visible sheets the highest score is read; the first one wins a draw. */
  readonly scoreSheet?: (head: readonly TableRow[]) => number
}

export const EMPTY_CELL: TableCell = { kind: 'empty', text: '' }

/** How far down a header is looked for, below any title rows. */
export const HEADER_ROWS_MAX = 20
