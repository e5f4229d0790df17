import { Readable } from 'node:stream'

import { inChunks, startsLikeFormula, type OutputTable, type OutputValue } from './output.ts'
import { refusals } from './refusals.ts'
import { DEFAULT_TABLE_LIMITS } from './table.ts'
import { writeZip } from './zip-writer.ts'

export interface XlsxTable extends OutputTable {
  /** At most 31 characters, none of []:*?/\ ; others are replaced. */
  readonly sheetName: string
  /** In half-width characters; by default as wide as the heading. */
  readonly widths?: readonly number[]
}

/** Places in `cellXfs` below. */
const STYLE = { plain: 0, guarded: 1, heading: 2 } as const
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * One sheet with a frozen, bold header, made row by row. Texts are text cells, so nothing in them is ever a
 * formula; those that look like one also carry the quote prefix, which holds when somebody edits the cell.
 */
export function writeXlsx(table: XlsxTable): Readable {
  const parts = [
    { name: '[Content_Types].xml', content: [contentTypes()] },
    { name: '_rels/.rels', content: [relations('officeDocument', 'xl/workbook.xml')] },
    { name: 'xl/workbook.xml', content: [workbook(table.sheetName)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [relations('worksheet', 'worksheets/sheet1.xml', 'styles', 'styles.xml')],
    },
    { name: 'xl/styles.xml', content: [styles()] },
    { name: 'xl/worksheets/sheet1.xml', content: inChunks(sheet(table)) },
  ]
  return Readable.from(writeZip(parts), { objectMode: false })
}

async function* sheet({ headings, rows, titles = [], widths = [] }: XlsxTable): AsyncGenerator<string> {
  const frozen = titles.length + 1
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView tabSelected="1" workbookViewId="0">`
  yield `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`
  yield `</sheetView></sheetViews>${columns(headings, widths)}<sheetData>`
  let row = 0
  for (const title of titles) yield rowXml(++row, [title])
  yield rowXml(++row, headings, STYLE.heading)
  for await (const values of rows) {
    if (++row > DEFAULT_TABLE_LIMITS.rowsMax) throw refusals.tooManyRows(DEFAULT_TABLE_LIMITS.rowsMax)
    yield rowXml(row, values)
  }
  yield '</sheetData></worksheet>'
}

function rowXml(row: number, values: readonly OutputValue[], style: number = STYLE.plain): string {
  let cells = ''
  for (let column = 0; column < values.length; column++) {
    cells += cellXml(`${columnLetters(column)}${row}`, row, values[column], style)
  }
  return `<row r="${row}">${cells}</row>`
}

function cellXml(reference: string, row: number, value: OutputValue, style: number): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${reference}"><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`
  const text = String(value)
  if (text.length > DEFAULT_TABLE_LIMITS.cellCharactersMax) {
    throw refusals.cellTooLong(row, DEFAULT_TABLE_LIMITS.cellCharactersMax)
  }
  const look = style === STYLE.plain && startsLikeFormula(text) ? STYLE.guarded : style
  const chosen = look === STYLE.plain ? '' : ` s="${look}"`
  return `<c r="${reference}"${chosen} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
}

/** What XML forbids is written as `_x0007_`, and what already looks like that is guarded the same way. */
function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\r\uFFFE\uFFFF]|\p{Surrogate}/gu, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
    })
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function columns(headings: readonly string[], widths: readonly number[]): string {
  const cols = headings.map((heading, index) => {
    const width = Math.min(255, widths[index] ?? Math.max(10, displayWidth(heading) + 2))
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  })
  return cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`
}

/** A Chinese character is as wide as two digits. */
function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (character.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)
}

/** 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

function workbook(sheetName: string): string {
  const name = escapeXml(
    sheetName
      .replace(/[[\]:*?/\\]/g, ' ')
      .slice(0, 31)
      .trim() || 'Sheet1',
  )
  const sheets = `<sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets>`
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${sheets}</workbook>`
}

/** Pairs of kind and target. */
function relations(...pairs: readonly string[]): string {
  let list = ''
  for (let at = 0; at < pairs.length; at += 2) {
    list += `<Relationship Id="rId${at / 2 + 1}" Type="${OFFICE}/${pairs[at]}" Target="${pairs[at + 1]}"/>`
  }
  return `${XML}<Relationships xmlns="${RELATIONS}">${list}</Relationships>`
}

function contentTypes(): string {
  const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${office}.${kind}+xml"/>`
  return (
    `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${part('styles', 'styles')}</Types>`
  )
}

function styles(): string {
  const base = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
  return (
    `${XML}<styleSheet xmlns="${MAIN}">` +
    '<fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    `<cellStyleXfs count="1">${base}/></cellStyleXfs>` +
    `<cellXfs count="3">${base} xfId="0"/>` +
    `${base.replace('numFmtId="0"', 'numFmtId="49"')} xfId="0" quotePrefix="1" applyNumberFormat="1"/>` +
    `${base.replace('fontId="0"', 'fontId="1"')} xfId="0" applyFont="1"/></cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  )
}
