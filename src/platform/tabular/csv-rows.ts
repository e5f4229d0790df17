import { Readable } from 'node:stream'

import { CsvError, parse } from 'csv-parse'

import { refusals } from './refusals.ts'
import { EMPTY_CELL, type TableCell, type TableLimits, type TableRow } from './table.ts'
import { decodeFile, detectEncoding, type Encoding } from './text-encoding.ts'

const DELIMITERS = [',', '\t', ';', '|'] as const
const SAMPLE_CHARACTERS = 64 * 1024
const SAMPLE_LINES = 20

/** The rows of a CSV file; empty lines are left out but counted, as a spreadsheet does. */
export async function* readCsvRows(path: string, limits: TableLimits): AsyncGenerator<TableRow> {
  const encoding = await detectEncoding(path)
  const delimiter = await detectDelimiter(path, encoding)
  const parser = parse({
    delimiter,
    relax_column_count: true,
    // A stray quotation mark inside a cell is a typing slip; one never closed is refused below.
    relax_quotes: true,
    max_record_size: limits.cellCharactersMax * 8,
  })
  const source = Readable.from(decodeFile(path, encoding))
  source.on('error', (error) => parser.destroy(error))
  let row = 0
  try {
    for await (const record of source.pipe(parser) as AsyncIterable<readonly string[]>) {
      row++
      if (row > limits.rowsMax) throw refusals.tooManyRows(limits.rowsMax)
      if (record.length > limits.columnsMax) throw refusals.tooManyColumns(row, limits.columnsMax)
      if (record.length === 1 && record[0] === '') continue
      yield { row, cells: record.map((text) => makeCell(row, text, limits)) }
    }
  } catch (error) {
    throw error instanceof CsvError ? csvRefusal(error, row + 1) : error
  } finally {
    source.destroy()
    parser.destroy()
  }
}

function csvRefusal(error: CsvError, row: number): Error {
  return /QUOTE|MAX_RECORD/.test(error.code) ? refusals.unclosedQuote(row) : refusals.corrupt(error)
}

function makeCell(row: number, written: string, limits: TableLimits): TableCell {
  if (written === '') return EMPTY_CELL
  if (written.length > limits.cellCharactersMax) throw refusals.cellTooLong(row, limits.cellCharactersMax)
  return { kind: 'text', text: withoutGuard(written) }
}

/** `="0375-123"` and `'+86` are how programs (ours too) keep a spreadsheet from reading a text as a formula. */
function withoutGuard(text: string): string {
  if (text[0] !== "'" && text[0] !== '=') return text
  if (/^'[=+\-@\t\r]/.test(text)) return text.slice(1)
  return /^="([^"]*)"$/.exec(text)?.[1] ?? text
}

async function detectDelimiter(path: string, encoding: Encoding): Promise<string> {
  let sample = ''
  for await (const text of decodeFile(path, encoding)) {
    sample += text
    if (sample.length >= SAMPLE_CHARACTERS) break
  }
  const lines = sample
    .replace(/"[^"]*"/g, '')
    .split(/\r\n?|\n/)
    .slice(0, SAMPLE_LINES)
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, lines: linesWith(lines, delimiter) }))
  return counts.reduce((best, it) => (it.lines > best.lines ? it : best)).delimiter
}

/** Lines count once, so that one address full of commas does not outvote a table of semicolons. */
function linesWith(lines: readonly string[], delimiter: string): number {
  return lines.filter((line) => line.includes(delimiter)).length
}
