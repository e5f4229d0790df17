import type { Text } from '#platform/text.ts'

import { normaliseHeading, normaliseHeadingWithoutRemark } from './clean-text.ts'
import { TableError } from './table-error.ts'
import { EMPTY_CELL, HEADER_ROWS_MAX, type TableRow } from './table.ts'

/** A column a reader asks for, with the words people write above it. */
export interface ColumnSpec<Key extends string> {
  readonly key: Key
  readonly text: Text
  readonly aliases: readonly string[]
  readonly required?: boolean
}

export interface FoundHeader<Key extends string> {
  readonly row: number
  /** 0-based position of each column found. */
  readonly positions: ReadonlyMap<Key, number>
  /** The headings as written, by key. */
  readonly headings: ReadonlyMap<Key, string>
  /** Headings that no column answers to. */
  readonly unknown: readonly { readonly position: number; readonly heading: string }[]
  readonly missing: readonly ColumnSpec<Key>[]
  /** Columns that two or more headings answer to. */
  readonly doubled: readonly { readonly column: ColumnSpec<Key>; readonly headings: readonly string[] }[]
}

/** The row of the head that names most columns; undefined where no row names two of them. */
export function findHeader<Key extends string>(
  head: readonly TableRow[],
  columns: readonly ColumnSpec<Key>[],
): FoundHeader<Key> | undefined {
  const words = columnWords(columns)
  let best: FoundHeader<Key> | undefined
  for (const row of head) {
    if (row.row > HEADER_ROWS_MAX) break
    const found = matchRow(row, columns, words)
    if (found.positions.size > (best?.positions.size ?? 0)) best = found
  }
  return best !== undefined && best.positions.size >= Math.min(2, columns.length) ? best : undefined
}

/** How well a sheet's head fits; for choosing among sheets. */
export function scoreHead<Key extends string>(
  head: readonly TableRow[],
  columns: readonly ColumnSpec<Key>[],
): number {
  const header = findHeader(head, columns)
  return header === undefined ? 0 : header.positions.size - header.missing.length - header.doubled.length
}

/** Refuses a head without a header, or with columns missing or doubled, by the words that stand in the file. */
export function requireHeader<Key extends string>(
  head: readonly TableRow[],
  columns: readonly ColumnSpec<Key>[],
): FoundHeader<Key> {
  const header = findHeader(head, columns)
  if (header === undefined) throw noHeader(columns)
  if (header.doubled.length > 0) throw doubledColumns(header)
  if (header.missing.length > 0) throw missingColumns(header)
  return header
}

function matchRow<Key extends string>(
  row: TableRow,
  columns: readonly ColumnSpec<Key>[],
  words: ReadonlyMap<string, ColumnSpec<Key>>,
): FoundHeader<Key> {
  const matches = new Map<ColumnSpec<Key>, { position: number; heading: string }[]>()
  const unknown: { position: number; heading: string }[] = []
  for (const [position, cell] of row.cells.entries()) {
    const heading = (cell ?? EMPTY_CELL).text.trim()
    // A heading merged over two columns is one heading.
    const goesOn = cell?.merged === true && row.cells[position - 1]?.text === cell.text
    if (heading === '' || goesOn) continue
    const column = words.get(normaliseHeading(heading)) ?? words.get(normaliseHeadingWithoutRemark(heading))
    if (column === undefined) unknown.push({ position, heading })
    else matches.set(column, [...(matches.get(column) ?? []), { position, heading }])
  }
  const found = [...matches].map(([column, places]) => ({ column, places, first: places[0]! }))
  return {
    row: row.row,
    positions: new Map(found.map(({ column, first }) => [column.key, first.position])),
    headings: new Map(found.map(({ column, first }) => [column.key, first.heading])),
    unknown,
    missing: columns.filter((column) => column.required === true && !matches.has(column)),
    doubled: found
      .filter(({ places }) => places.length > 1)
      .map(({ column, places }) => ({ column, headings: places.map((it) => it.heading) })),
  }
}

function columnWords<Key extends string>(
  columns: readonly ColumnSpec<Key>[],
): ReadonlyMap<string, ColumnSpec<Key>> {
  return new Map(
    columns.flatMap((column) =>
      [column.text.zh, column.text.en, ...column.aliases].map(
        (word) => [normaliseHeading(word), column] as const,
      ),
    ),
  )
}

const namesOf = (columns: readonly { readonly text: Text }[]): Text => ({
  zh: columns.map((it) => `“${it.text.zh}”`).join('、'),
  en: columns.map((it) => `"${it.text.en}"`).join(', '),
})

function noHeader<Key extends string>(columns: readonly ColumnSpec<Key>[]): TableError {
  const wanted = namesOf(columns.filter((it) => it.required === true))
  return new TableError(
    'no-header',
    {
      zh: `前 ${HEADER_ROWS_MAX} 行里没有找到表头。`,
      en: `No header was found in the first ${HEADER_ROWS_MAX} rows.`,
    },
    { accepted: { zh: `表头至少要有 ${wanted.zh}`, en: `a header with at least ${wanted.en}` } },
  )
}

function missingColumns<Key extends string>(header: FoundHeader<Key>): TableError {
  const missing = namesOf(header.missing)
  const unknown = header.unknown.map((it) => `“${it.heading}”`).join('、')
  return new TableError(
    'missing-columns',
    {
      zh: `第 ${header.row} 行的表头缺少 ${missing.zh}。${unknown === '' ? '' : `没有认出的列：${unknown}。`}`,
      en: `The header in row ${header.row} lacks ${missing.en}.${unknown === '' ? '' : ` Not recognised: ${unknown}.`}`,
    },
    {
      row: header.row,
      accepted: {
        zh: header.missing.map((it) => [it.text.zh, ...it.aliases].join(' / ')).join('；'),
        en: header.missing.map((it) => [it.text.en, ...it.aliases].join(' / ')).join('; '),
      },
    },
  )
}

function doubledColumns<Key extends string>(header: FoundHeader<Key>): TableError {
  const zh = header.doubled.map(
    (it) => `${it.headings.map((word) => `“${word}”`).join('和')}都是${it.column.text.zh}`,
  )
  const en = header.doubled.map((it) => `${it.headings.join(' and ')} both mean ${it.column.text.en}`)
  return new TableError(
    'doubled-columns',
    {
      zh: `第 ${header.row} 行的表头有重复的列：${zh.join('；')}。请只留一列。`,
      en: `The header in row ${header.row} has doubled columns: ${en.join('; ')}. Please keep one.`,
    },
    { row: header.row },
  )
}
