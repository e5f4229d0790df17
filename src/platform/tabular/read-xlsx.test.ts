import { createReadStream } from 'node:fs'

import { afterAll, describe, expect, test } from 'vitest'
import ExcelJs from 'exceljs'

import { readTable } from './read-table.ts'
import { collect, craftXlsx, createTestFolder, texts } from './test-files.ts'
import type { ReadTableOptions } from './table.ts'

const folder = createTestFolder()
afterAll(() => folder.remove())

const read = async (name: string, content: Buffer, options?: ReadTableOptions) =>
  collect(readTable(folder.write(name, content), name, options))

const inline = (reference: string, text: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`

const rosterSheet = `
  <dimension ref="A1:D6"/>
  <sheetData>
    <row r="1">${inline('A1', '平顶山市爱心驿站花名册')}</row>
    <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c>${inline('C3', '身份证号')}${inline('D3', '建成')}</row>
    <row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4" t="s"><v>3</v></c><c r="C4"><v>1.1010519491231E+17</v></c><c r="D4" s="1"><v>43586</v></c></row>
    <row r="5"><c r="B5" t="s"><v>4</v></c><c r="C5"><v>113.30000000000001</v></c><c r="D5" s="2"><v>0.35416666666666669</v></c></row>
    <row r="6"><c r="B6" t="str"><f>A1&amp;"x"</f><v>a &amp; b_x000D_</v></c><c r="C6" t="b"><v>1</v></c><c r="D6" t="e"><v>#N/A</v></c></row>
  </sheetData>
  <mergeCells count="2"><mergeCell ref="A1:D2"/><mergeCell ref="A4:A6"/></mergeCells>`

const roster = {
  sheets: [{ name: '站点', xml: rosterSheet }],
  strings: `<si><t>所属县区</t></si>
    <si><r><rPr><b/></rPr><t>站点</t></r><r><t xml:space="preserve">名称 </t></r><rPh sb="0" eb="1"><t>zhan</t></rPh></si>
    <si><t>新华区</t></si><si><t>１号站</t></si><si><t><![CDATA[<二号站>]]></t></si>`,
  styles: `<numFmts count="1"><numFmt numFmtId="176" formatCode="h:mm;@"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="176"/></cellXfs>`,
}

describe('a workbook written by another program', () => {
  test('titles, merged blocks, shared, rich and inline strings, dates, formulas, long numbers', async () => {
    expect(texts(await read('roster.xlsx', craftXlsx(roster)))).toEqual([
      [
        1,
        [
          '平顶山市爱心驿站花名册',
          '平顶山市爱心驿站花名册',
          '平顶山市爱心驿站花名册',
          '平顶山市爱心驿站花名册',
        ],
      ],
      [3, ['所属县区', '站点名称 ', '身份证号', '建成']],
      [4, ['新华区', '１号站', '1.1010519491231E+17', '2019-05-01']],
      [5, ['新华区', '<二号站>', '113.3', '08:30']],
      [6, ['新华区', 'a & b\r', 'TRUE', '#N/A']],
    ])
  })

  test('says what each cell was and which were filled in', async () => {
    const rows = await read('roster.xlsx', craftXlsx(roster))
    expect(rows[3]?.cells.map((cell) => [cell.kind, cell.merged])).toEqual([
      ['text', true],
      ['text', undefined],
      ['number', undefined],
      ['date', undefined],
    ])
    expect(rows[4]?.cells.map((cell) => cell.kind)).toEqual(['text', 'text', 'boolean', 'error'])
  })

  test('elements in a prefixed namespace', async () => {
    const plain = await read('plain.xlsx', craftXlsx(roster))
    expect(await read('prefixed.xlsx', craftXlsx({ ...roster, prefix: 'x' }))).toEqual(plain)
  })

  test('rows and cells without references follow on one another', async () => {
    const xml =
      '<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row></sheetData>'
    expect(texts(await read('bare.xlsx', craftXlsx({ sheets: [{ name: 'a', xml }] })))).toEqual([
      [1, ['1', '', '3']],
      [2, ['4']],
    ])
  })

  test('the calendar of 1904', async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    const xml = '<sheetData><row r="1"><c r="A1" s="0"><v>42124</v></c></row></sheetData>'
    const file = craftXlsx({ sheets: [{ name: 'a', xml }], styles, starts1904: true })
    expect(texts(await read('1904.xlsx', file))).toEqual([[1, ['2019-05-01']]])
  })

  test('a stream is read like a path, and its rows are the same when it comes in small pieces', async () => {
    const path = folder.write('stream.xlsx', craftXlsx(roster))
    const rows = await collect(readTable(createReadStream(path, { highWaterMark: 7 }), 'stream.xlsx'))
    expect(rows).toEqual(await collect(readTable(path, 'stream.xlsx')))
  })

  test('what exceljs writes', async () => {
    const book = new ExcelJs.Workbook()
    book.addWorksheet('隐藏', { state: 'hidden' }).addRow(['名称', '不该读'])
    const sheet = book.addWorksheet('站点')
    sheet.addRow(['名称', '启用日期', '网址', '合计'])
    sheet.addRow([
      { richText: [{ text: '湛河' }, { text: '驿站', font: { bold: true } }] },
      new Date(Date.UTC(2021, 6, 1)),
      { text: '主页', hyperlink: 'https://example.org' },
      { formula: '1+1', result: 2 },
    ])
    sheet.getCell('B2').numFmt = 'yyyy"年"m"月"d"日"'
    const file = Buffer.from(await book.xlsx.writeBuffer())
    expect(texts(await read('exceljs.xlsx', file))).toEqual([
      [1, ['名称', '启用日期', '网址', '合计']],
      [2, ['湛河驿站', '2021-07-01', '主页', '2']],
    ])
  })

  test('more shared strings than are kept in memory, in any order', async () => {
    const count = 90_000
    const strings = Array.from({ length: count }, (_, index) => `<si><t>名${index}</t></si>`).join('')
    const wanted = [count - 1, 0, 256 * 300, 255, 256, count - 2, 1]
    const cells = wanted.map((index) => `<c t="s"><v>${index}</v></c>`).join('')
    const xml = `<sheetData><row r="1">${cells}</row></sheetData>`
    const rows = await read('strings.xlsx', craftXlsx({ sheets: [{ name: 'a', xml }], strings }))
    expect(texts(rows)).toEqual([[1, wanted.map((index) => `名${index}`)]])
  })
})

describe('which sheet', () => {
  const sheetOf = (text: string) => `<sheetData><row r="1">${inline('A1', text)}</row></sheetData>`
  const sheets = [
    { name: '隐藏', state: 'veryHidden' as const, xml: sheetOf('名称 hidden') },
    { name: '说明', xml: sheetOf('填表说明') },
    { name: '站点', xml: sheetOf('名称') },
  ]
  const scoreSheet: ReadTableOptions['scoreSheet'] = (head) =>
    head.some((row) => row.cells[0]?.text.startsWith('名称')) ? 1 : 0

  test('the visible one that scores best', async () => {
    expect(texts(await read('sheets.xlsx', craftXlsx({ sheets }), { scoreSheet }))).toEqual([[1, ['名称']]])
  })

  test('without a score, the first visible one', async () => {
    expect(texts(await read('sheets.xlsx', craftXlsx({ sheets })))).toEqual([[1, ['填表说明']]])
  })

  test('none visible is refused', async () => {
    await expect(read('none.xlsx', craftXlsx({ sheets: sheets.slice(0, 1) }))).rejects.toMatchObject({
      code: 'no-visible-sheet',
    })
  })
})
