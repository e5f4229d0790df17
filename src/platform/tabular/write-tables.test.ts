import { buffer } from 'node:stream/consumers'

import ExcelJs from 'exceljs'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'

import { giveBack } from './give-back.ts'
import { readTable } from './read-table.ts'
import { collect, createTestFolder, texts } from './test-files.ts'
import { writeCsv } from './write-csv.ts'
import { columnLetters, writeXlsx } from './write-xlsx.ts'

const folder = createTestFolder()
afterAll(() => folder.remove())

const dangerous = ['=1+1', '+86 138', '-2+3', '@SUM(A1)', '\t=1', '＝cmd', "'quoted"]

async function readBack(name: string, content: Buffer) {
  return texts(await collect(readTable(folder.write(name, content), name)))
}

describe('CSV', () => {
  test('starts with a byte order mark, quotes what must be, ends lines as Excel does', async () => {
    const csv = await buffer(
      writeCsv({
        headings: ['名称', 'a,b'],
        rows: [
          ['甲"乙"', 3],
          [null, true],
        ],
      }),
    )
    expect(csv.toString('utf8')).toBe('\uFEFF名称,"a,b"\r\n"甲""乙""",3\r\n,TRUE\r\n')
  })

  test('no cell can be taken for a formula, and reading gives the text back', async () => {
    const csv = await buffer(writeCsv({ headings: ['a', 'b'], rows: dangerous.map((text) => [text, 'x']) }))
    for (const line of csv.toString('utf8').split('\r\n')) expect(line).not.toMatch(/^"?[\t ]*[=+\-@＝]/)
    const back = (await readBack('a.csv', csv)).slice(1).map(([, [first]]) => first)
    expect(back.slice(0, 4)).toEqual(dangerous.slice(0, 4))
  })
})

describe('XLSX', () => {
  test('another reader finds sheet, frozen header, widths and texts that are no formulas', async () => {
    const headings = ['站点名称', '次数']
    const rows = dangerous.map((text, index) => [text, index])
    const file = await buffer(
      writeXlsx({ sheetName: '站点/2026', headings, rows, titles: ['演示数据'], widths: [30] }),
    )
    const book = new ExcelJs.Workbook()
    await book.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer)
    const sheet = book.worksheets[0]!
    expect(sheet.name).toBe('站点 2026')
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    expect(sheet.getColumn(1).width).toBe(30)
    expect(sheet.getRow(2).values).toEqual([undefined, ...headings])
    expect(sheet.getCell('A2').font.bold).toBe(true)
    expect(dangerous.map((_, index) => sheet.getCell(index + 3, 1).value)).toEqual(dangerous)
    expect(dangerous.map((_, index) => sheet.getCell(index + 3, 1).type)).toEqual(
      dangerous.map(() => ExcelJs.ValueType.String),
    )
    expect(sheet.getCell('B4').value).toBe(1)
  })

  test('any text comes back as it went in', async () => {
    const cell = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 10 }), async (rows) => {
        const file = await buffer(writeXlsx({ sheetName: 'a', headings: ['一', '二'], rows }))
        expect((await readBack('any.xlsx', file)).slice(1).map(([, cells]) => cells)).toEqual(rows)
      }),
      { numRuns: 40 },
    )
  })

  test('equal tables make equal files', async () => {
    const table = { sheetName: 'a', headings: ['一'], rows: [['x'], ['y']] }
    expect((await buffer(writeXlsx(table))).equals(await buffer(writeXlsx(table)))).toBe(true)
  })

  test('a receiver that stops early stops the rows', async () => {
    let made = 0
    async function* rows() {
      for (; made < 1_000_000; made++) yield [`行 ${made} ${Math.sin(made)}`]
    }
    for await (const _ of writeXlsx({ sheetName: 'a', headings: ['一'], rows: rows() })) if (made > 0) break
    expect(made).toBeLessThan(100_000)
  })
})

test('an error file gives back the own rows with their row and a remark', async () => {
  const rows = [
    {
      row: 7,
      cells: [
        { kind: 'text', text: '=甲' },
        { kind: 'number', text: '113.3' },
      ],
      remark: '经度在城外',
    },
    { row: 9, cells: [{ kind: 'number', text: '1.10105E+17' }], remark: '身份证号被表格软件改掉了' },
  ] as const
  const table = giveBack({ own: ['名称', '经度'], row: '原行号', remark: '问题' }, rows)
  expect(await readBack('back.xlsx', await buffer(writeXlsx({ sheetName: '问题', ...table })))).toEqual([
    [1, ['原行号', '名称', '经度', '问题']],
    [2, ['7', '=甲', '113.3', '经度在城外']],
    [3, ['9', '1.10105E+17', '', '身份证号被表格软件改掉了']],
  ])
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters)
})
