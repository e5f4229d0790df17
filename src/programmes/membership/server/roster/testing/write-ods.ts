import { writeZip } from '#platform/tabular/zip-writer.ts'
import type { Cell } from './planted-cells.ts'
import type { PlantedRoster } from './planted-roster.ts'

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet'
const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="${MEDIA_TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`

export const writeOds = (roster: PlantedRoster, unionAt: number): AsyncGenerator<Buffer> =>
  writeZip([
    { name: 'mimetype', content: [MEDIA_TYPE] },
    { name: 'content.xml', content: contentOf(roster, unionAt) },
    { name: 'META-INF/manifest.xml', content: [MANIFEST] },
  ])

/**
 * The content of an OpenDocument sheet: what a spreadsheet program opens, so that the XLSX and the CSV that come out
 * are that program's work and not ours. Two title rows stand above the header, the first merged over all columns.
 */
function* contentOf({ title, headings, rows, merged }: PlantedRoster, unionAt: number): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 office:version="1.3">
<office:automatic-styles><number:date-style style:name="D" number:language="zh" number:country="CN"><number:year number:style="long"/><number:text>/</number:text><number:month/><number:text>/</number:text><number:day/></number:date-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="D"/></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="名册">`
  yield row([
    `<table:table-cell table:number-columns-spanned="${headings.length}" office:value-type="string"><text:p>${title}</text:p></table:table-cell>`,
  ])
  yield row([cell('填报单位：测试单位'), cell(''), cell('填报日期：2026年11月')])
  yield row(headings.map((heading) => cell(heading)))
  const spanFrom = new Map(merged.map(({ from, rows: count }) => [from, count]))
  const covered = new Set(
    merged.flatMap(({ from, rows: count }) => Array.from({ length: count - 1 }, (_, at) => from + 1 + at)),
  )
  for (const [at, { cells }] of rows.entries()) {
    yield row(
      cells.map((value, place) => {
        if (place !== unionAt) return cell(value)
        if (covered.has(at)) return '<table:covered-table-cell/>'
        const span = spanFrom.get(at)
        return span === undefined ? cell(value) : cell(value, ` table:number-rows-spanned="${span}"`)
      }),
    )
  }
  yield '</table:table></office:spreadsheet></office:body></office:document-content>'
}

const row = (cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>\n`

function cell(value: Cell, more = ''): string {
  if (value === '') return `<table:table-cell${more}/>`
  if (typeof value === 'string')
    return `<table:table-cell${more} office:value-type="string"><text:p>${escaped(value)}</text:p></table:table-cell>`
  return 'number' in value
    ? `<table:table-cell${more} office:value-type="float" office:value="${value.number}"/>`
    : `<table:table-cell${more} table:style-name="day" office:value-type="date" office:date-value="${value.day}"/>`
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
