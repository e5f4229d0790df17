import type { Readable } from 'node:stream'

import { cleanText } from './clean-text.ts'
import { requireHeader, scoreHead, type ColumnSpec, type FoundHeader } from './find-header.ts'
import { readTable } from './read-table.ts'
import { HEADER_ROWS_MAX, type ReadTableOptions, type TableCell, type TableRow } from './table.ts'

/** One row below the header, its cells by the names of their columns. Empty cells are absent. */
export interface TableRecord<Key extends string> {
  readonly row: number
  /** Cleaned by `cleanText`. */
  readonly values: Readonly<Partial<Record<Key, string>>>
  /** As the person wrote them. */
  readonly written: Readonly<Partial<Record<Key, string>>>
  /** The whole row, unknown columns too, for an error file that gives back the person's own rows. */
  readonly cells: readonly TableCell[]
}

export interface RecordReader<Key extends string> {
  readonly header: FoundHeader<Key>
  /** The headings of all columns as written. */
  readonly headings: readonly string[]
  /** May be read once. Leaving it early frees the file; a reader never read must be `close`d. */
  readonly records: AsyncIterable<TableRecord<Key>>
  close(): Promise<void>
}

/** Finds the sheet and its header, then gives the rows below. Throws a `TableError`. */
export async function readRecords<Key extends string>(
  source: Readable | string,
  fileName: string,
  columns: readonly ColumnSpec<Key>[],
  options: Omit<ReadTableOptions, 'scoreSheet'> = {},
): Promise<RecordReader<Key>> {
  const rows = readTable(source, fileName, { ...options, scoreSheet: (head) => scoreHead(head, columns) })
  try {
    const head: TableRow[] = []
    let next = await rows.next()
    while (next.done !== true && next.value.row <= HEADER_ROWS_MAX) {
      head.push(next.value)
      next = await rows.next()
    }
    const header = requireHeader(head, columns)
    const waiting = [...head, ...(next.done === true ? [] : [next.value])].filter(
      ({ row }) => row > header.row,
    )
    const headings =
      head.find(({ row }) => row === header.row)?.cells.map((cell) => cleanText(cell.text)) ?? []
    return {
      header,
      headings,
      records: recordsBelow(header, waiting, rows),
      close: async () => void (await rows.return(undefined)),
    }
  } catch (error) {
    await rows.return(undefined)
    throw error
  }
}

async function* recordsBelow<Key extends string>(
  header: FoundHeader<Key>,
  waiting: readonly TableRow[],
  rows: AsyncGenerator<TableRow>,
): AsyncGenerator<TableRecord<Key>> {
  const columns = [...header.positions]
  try {
    for (const row of waiting) if (hasContent(row)) yield toRecord(row, columns)
    for await (const row of rows) if (hasContent(row)) yield toRecord(row, columns)
  } finally {
    await rows.return(undefined)
  }
}

/** A row in which only merged blocks end is one nobody wrote. */
function hasContent(row: TableRow): boolean {
  return row.cells.some((cell) => cell.kind !== 'empty' && cell.merged !== true && cell.text.trim() !== '')
}

function toRecord<Key extends string>(
  row: TableRow,
  columns: readonly (readonly [Key, number])[],
): TableRecord<Key> {
  const values: Partial<Record<Key, string>> = {}
  const written: Partial<Record<Key, string>> = {}
  for (const [key, position] of columns) {
    const text = row.cells[position]?.text
    if (text === undefined || text === '') continue
    const cleaned = cleanText(text)
    if (cleaned === '') continue
    values[key] = cleaned
    written[key] = text
  }
  return { row: row.row, values, written, cells: row.cells }
}
