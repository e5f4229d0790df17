import { Readable } from 'node:stream'

import { inChunks, startsLikeFormula, type OutputTable, type OutputValue } from './output.ts'

/** Without it Excel reads UTF-8 as the machine's own code page. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * RFC 4180 in UTF-8 with a byte order mark, as Excel wants it. A text that looks like a formula gets an apostrophe
 * before it, which `readTable` takes off again.
 */
export function writeCsv(table: OutputTable): Readable {
  return Readable.from(inChunks(csvLines(table)), { objectMode: false })
}

async function* csvLines({ headings, rows, titles = [] }: OutputTable): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK
  for (const title of titles) yield csvLine([title])
  yield csvLine(headings)
  for await (const row of rows) yield csvLine(row)
}

function csvLine(values: readonly OutputValue[]): string {
  return `${values.map(csvField).join(',')}\r\n`
}

function csvField(value: OutputValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value).toUpperCase()
  const text = startsLikeFormula(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
