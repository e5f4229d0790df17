import type { CellValue, DataColumn } from './table-types.ts'

/**
 * Rows as tab-separated text, heads first, the way spreadsheets take a paste. Text that a spreadsheet
 * would run as a formula (=, +, -, @ at its start) gets a leading apostrophe; numbers stay numbers.
 */
export function rowsToText<Row>(columns: DataColumn<Row>[], rows: Row[]): string {
  const lines = rows.map((row) => columns.map((column) => cellText(column.value(row))).join('\t'))
  return [columns.map((column) => cellText(column.header)).join('\t'), ...lines].join('\n')
}

function cellText(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'string') return String(value)
  const flat = value.replace(/[\t\r\n]+/g, ' ')
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat
}
