import { serialToText } from './cell-dates.ts'
import { columnIndex, createMergeFiller, readMergedBlocks } from './merged-cells.ts'
import { refusals } from './refusals.ts'
import { EMPTY_CELL, type TableCell, type TableLimits, type TableRow } from './table.ts'
import { decodeUtf8, unescapeCharacters, type Sheet, type Workbook } from './workbook.ts'
import { createXmlScanner, readAttribute, type XmlHandler } from './xml-scanner.ts'

/** The rows of one sheet, as far as they were written, with merged blocks filled in. */
export async function* readSheetRows(
  book: Workbook,
  sheet: Sheet,
  limits: TableLimits,
): AsyncGenerator<TableRow> {
  const filler = createMergeFiller(await readMergedBlocks(book.archive, sheet.part))
  const collected: { row: number; cells: TableCell[] }[] = []
  const reader = createRowReader(book, limits, (row, cells) => collected.push({ row, cells }))
  const scanner = createXmlScanner(reader.handler)
  for await (const text of decodeUtf8(book.archive.read(sheet.part))) {
    scanner.push(text)
    for (const { row, cells } of collected) {
      filler.fill(row, cells)
      yield { row, cells }
    }
    collected.length = 0
    if (reader.isDone()) return
  }
  scanner.end()
}

type Emit = (row: number, cells: TableCell[]) => void

function createRowReader(
  book: Workbook,
  limits: TableLimits,
  emit: Emit,
): { handler: XmlHandler; isDone: () => boolean } {
  let row = 0
  let cells: TableCell[] = []
  let column = -1
  let type: string | undefined
  let style = 0
  let value = ''
  let isValue = false
  let isPhonetic = false
  let isDone = false

  function openCell(attributes: string): void {
    const letters = /^[A-Z]+/.exec(readAttribute(attributes, 'r') ?? '')?.[0]
    column = letters === undefined ? column + 1 : columnIndex(letters)
    if (column >= limits.columnsMax) throw refusals.tooManyColumns(row, limits.columnsMax)
    type = readAttribute(attributes, 't')
    style = Number(readAttribute(attributes, 's') ?? 0)
    value = ''
  }

  function closeCell(): void {
    if (value === '') return
    if (value.length > limits.cellCharactersMax) throw refusals.cellTooLong(row, limits.cellCharactersMax)
    while (cells.length < column) cells.push(EMPTY_CELL)
    cells[column] = makeCell(book, type, style, value)
  }

  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === 'c') openCell(attributes)
      else if (name === 'v' || name === 't') isValue = !isPhonetic
      else if (name === 'rPh') isPhonetic = true
      else if (name === 'row') {
        // Both `r` attributes may be missing; then rows and cells follow on one another.
        row = Number(readAttribute(attributes, 'r') ?? row + 1)
        if (row > limits.rowsMax) throw refusals.tooManyRows(limits.rowsMax)
        cells = []
        column = -1
      }
    },
    text(piece) {
      if (isValue) value += piece
    },
    close(name) {
      if (name === 'c') closeCell()
      else if (name === 'v' || name === 't') isValue = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'row') emit(row, cells)
      else if (name === 'sheetData') isDone = true
    },
  }
  return { handler, isDone: () => isDone }
}

function makeCell(book: Workbook, type: string | undefined, style: number, value: string): TableCell {
  switch (type) {
    case 's':
      return textCell(book.strings.get(Number(value)) ?? '')
    case 'inlineStr':
    case 'str':
      return textCell(unescapeCharacters(value))
    case 'b':
      return { kind: 'boolean', text: value === '1' ? 'TRUE' : 'FALSE' }
    case 'e':
      return { kind: 'error', text: value }
    case 'd':
      return { kind: 'date', text: value }
    default:
      return numberCell(book, style, value)
  }
}

function textCell(text: string): TableCell {
  return text === '' ? EMPTY_CELL : { kind: 'text', text }
}

function numberCell(book: Workbook, style: number, value: string): TableCell {
  const number = Number(value)
  if (!Number.isFinite(number)) return textCell(value)
  const look = book.dateLooks[style]
  const date = look === undefined ? undefined : serialToText(number, look, book.starts1904)
  return date === undefined ? { kind: 'number', text: numberText(number) } : { kind: 'date', text: date }
}

/**
 * Spreadsheets keep 15 digits. Beyond that the exponent is shown, as the program itself does, so that nobody
 * takes the zeros at the end of an identity number for digits.
 */
export function numberText(number: number): string {
  if (Math.abs(number) >= 1e15) return Number(number.toPrecision(15)).toExponential().toUpperCase()
  return String(Number(number.toPrecision(15)))
}
