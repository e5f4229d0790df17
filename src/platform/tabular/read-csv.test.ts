import { afterAll, describe, expect, test } from 'vitest'

import { readTable } from './read-table.ts'
import { collect, createTestFolder, encodeGb18030, texts } from './test-files.ts'

const folder = createTestFolder()
afterAll(() => folder.remove())

const read = async (content: string | Buffer, limits = {}) =>
  texts(await collect(readTable(folder.write('a.csv', content), 'a.csv', { limits })))

const table = '名称,地址\r\n新华驿站,建设路１号\r\n'
const rows = [
  [1, ['名称', '地址']],
  [2, ['新华驿站', '建设路１号']],
]

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${table}`)],
    ['UTF-16 little endian', Buffer.from(`\uFEFF${table}`, 'utf16le')],
    ['UTF-16 big endian', Buffer.from(`\uFEFF${table}`, 'utf16le').swap16()],
    ['GB18030', encodeGb18030(table)],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes)).toEqual(rows)
  })

  test('a rare character in four bytes of GB18030', async () => {
    const bytes = Buffer.concat([encodeGb18030('名称,姓\n甲,'), Buffer.from([0x95, 0x32, 0x82, 0x36])])
    expect(await read(bytes)).toEqual([
      [1, ['名称', '姓']],
      [2, ['甲', new TextDecoder('gb18030').decode(Buffer.from([0x95, 0x32, 0x82, 0x36]))]],
    ])
  })

  test('the first Chinese character may come after megabytes of ASCII', async () => {
    const filler = 'station,1\n'.repeat(20_000)
    const found = await read(Buffer.concat([Buffer.from(filler), encodeGb18030('驿站,2')]))
    expect(found.at(-1)).toEqual([20_001, ['驿站', '2']])
  })

  test('bytes of no known encoding are refused', async () => {
    await expect(read(Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]))).rejects.toMatchObject({
      code: 'unknown-encoding',
    })
  })

  test('binary data is refused', async () => {
    await expect(read(Buffer.from([0x61, 0, 0, 0, 0x62]))).rejects.toMatchObject({ code: 'not-a-table' })
  })
})

describe('shapes', () => {
  test.each([';', '\t', '|', ','])('cells parted by %j', async (delimiter) => {
    expect(await read(table.replaceAll(',', delimiter))).toEqual(rows)
  })

  test('one long address full of commas does not change the delimiter', async () => {
    expect(await read('名称;地址\n甲;东,西,南,北,中,角\n')).toEqual([
      [1, ['名称', '地址']],
      [2, ['甲', '东,西,南,北,中,角']],
    ])
  })

  test('lines inside quotes are one row; empty lines are counted as a spreadsheet counts them', async () => {
    expect(await read('名称,时间\n\n"甲","夏季 8:00\n冬季 9:00"\n乙,"说 ""好"""\n')).toEqual([
      [1, ['名称', '时间']],
      [3, ['甲', '夏季 8:00\n冬季 9:00']],
      [4, ['乙', '说 "好"']],
    ])
  })

  test('guards against formulas are taken off', async () => {
    expect(await read('a,b\n="0375-123",\'+86 138\n')).toEqual([
      [1, ['a', 'b']],
      [2, ['0375-123', '+86 138']],
    ])
  })

  test('a quotation mark never closed is refused with its row', async () => {
    await expect(read('a,b\n1,2\n3,"4\n5,6\n')).rejects.toMatchObject({ code: 'unclosed-quote', row: 3 })
  })

  test.each([
    [{ rowsMax: 1 }, 'too-many-rows'],
    [{ columnsMax: 1 }, 'too-many-columns'],
    [{ cellCharactersMax: 4 }, 'cell-too-long'],
    [{ fileBytesMax: 10 }, 'file-too-large'],
  ])('limits %o', async (limits, code) => {
    await expect(read(table, limits)).rejects.toMatchObject({ code })
  })
})
