import { createReadStream } from 'node:fs'

import { afterAll, describe, expect, test } from 'vitest'

import { readTable } from './read-table.ts'
import { collect, craftXlsx, createTestFolder, storeZip } from './test-files.ts'
import type { ReadTableOptions } from './table.ts'
import { writeZip } from './zip-writer.ts'

const folder = createTestFolder()
afterAll(() => folder.remove())

const read = async (name: string, content: Buffer, options?: ReadTableOptions) =>
  collect(readTable(folder.write(name, content), name, options))

const inline = (reference: string, text: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`

describe('files that are refused, each by name', () => {
  const cells = (row: number) => ['A', 'B', 'C', 'D'].map((column) => inline(`${column}${row}`, '驿站花名册'))
  const rows = [1, 2, 3, 4, 5].map((row) => `<row r="${row}">${cells(row).join('')}</row>`)
  const whole = craftXlsx({ sheets: [{ name: '站点', xml: `<sheetData>${rows.join('')}</sheetData>` }] })
  const ole = (words: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000), Buffer.from(words, 'utf16le')])
  const broken = Buffer.from(whole)
  broken[broken.indexOf('花名册')] = 0x20

  test.each([
    ['an empty file', 'a.xlsx', Buffer.alloc(0), 'empty-file'],
    ['an upload cut in the middle', 'a.xlsx', whole.subarray(0, whole.length / 2), 'corrupt'],
    ['bytes changed on the way', 'a.xlsx', broken, 'corrupt'],
    ['zeros under an XLSX name', 'a.xlsx', Buffer.alloc(1000), 'corrupt'],
    ['a workbook under a password', 'a.xlsx', ole('EncryptedPackage'), 'encrypted'],
    ['an old .xls', 'a.xls', ole('Workbook'), 'legacy-xls'],
    ['an encrypted archive', 'a.xlsx', storeZip({ 'xl/workbook.xml': '<a/>' }, 1), 'encrypted'],
    ['an archive of something else', 'a.xlsx', storeZip({ 'word/document.xml': '<a/>' }), 'not-a-table'],
    ['a PDF', 'a.csv', Buffer.from('%PDF-1.7\n'), 'not-a-table'],
    ['a web page called .xls', 'a.xls', Buffer.from('<html><table>'), 'not-a-table'],
    [
      'a document type declaration',
      'a.xlsx',
      storeZip({ 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }),
      'corrupt',
    ],
  ])('%s', async (_, name, content, code) => {
    await expect(read(name, content)).rejects.toMatchObject({ code, status: 422 })
  })

  test('blocks merged over one another thousands deep', async () => {
    const merges = '<mergeCell ref="A1:BL100000"/>'.repeat(5_000)
    const deep = craftXlsx({
      sheets: [
        { name: 'a', xml: `<sheetData>${rows.join('')}</sheetData><mergeCells>${merges}</mergeCells>` },
      ],
    })
    await expect(read('deep.xlsx', deep)).rejects.toMatchObject({ code: 'too-many-merged-cells' })
  })

  test('a part that unpacks without end', async () => {
    const zeros = ' '.repeat(1024 * 1024)
    const parts = [{ name: 'xl/workbook.xml', content: Array.from({ length: 24 }, () => zeros) }]
    const bomb = Buffer.concat(await collect(writeZip(parts)))
    expect(bomb.length).toBeLessThan(64 * 1024)
    await expect(read('bomb.xlsx', bomb)).rejects.toMatchObject({ code: 'unpacks-too-large' })
  })

  test.each([
    [{ fileBytesMax: 100 }, 'file-too-large'],
    [{ unpackedBytesMax: 100 }, 'unpacks-too-large'],
    [{ rowsMax: 4 }, 'too-many-rows'],
    [{ columnsMax: 3 }, 'too-many-columns'],
    [{ cellCharactersMax: 4 }, 'cell-too-long'],
  ])('limits %o', async (limits, code) => {
    await expect(read('limits.xlsx', whole, { limits })).rejects.toMatchObject({ code })
  })

  test('a stream over the limit is stopped before it is all put down', async () => {
    const path = folder.write('large.xlsx', whole)
    const rows = readTable(createReadStream(path), 'large.xlsx', { limits: { fileBytesMax: 100 } })
    await expect(collect(rows)).rejects.toMatchObject({ code: 'file-too-large' })
  })
})
