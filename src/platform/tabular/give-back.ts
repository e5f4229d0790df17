import type { OutputTable, OutputValue } from './output.ts'
import type { TableCell } from './table.ts'

export interface RemarkedRow {
  readonly row: number
  readonly cells: readonly TableCell[]
  /** What is wrong, in plain words. */
  readonly remark: string
}

export interface GiveBackHeadings {
  /** As they stood in the person's file. */
  readonly own: readonly string[]
  readonly row: string
  readonly remark: string
}

/**
 * The person's own rows with one column added that says what is wrong, and one in front with the row in the file
 * they came from. Fixed there, it can be uploaded as it is: unknown columns do no harm.
 */
export function giveBack(
  headings: GiveBackHeadings,
  rows: Iterable<RemarkedRow> | AsyncIterable<RemarkedRow>,
): OutputTable {
  const width = headings.own.length
  return {
    headings: [headings.row, ...headings.own, headings.remark],
    rows: remarkedRows(width, rows),
  }
}

async function* remarkedRows(
  width: number,
  rows: Iterable<RemarkedRow> | AsyncIterable<RemarkedRow>,
): AsyncGenerator<OutputValue[]> {
  for await (const { row, cells, remark } of rows) {
    const own = Array.from({ length: width }, (_, column) => outputOf(cells[column]))
    yield [row, ...own, remark]
  }
}

/** A number goes back as a number, unless digits were already lost: then it stays what it looked like. */
function outputOf(cell: TableCell | undefined): OutputValue {
  if (cell === undefined || cell.kind === 'empty') return null
  return cell.kind === 'number' && !/e/i.test(cell.text) ? Number(cell.text) : cell.text
}
