import { afterAll, describe, expect, test } from 'vitest'

import type { ColumnSpec } from './find-header.ts'
import { readRecords } from './read-records.ts'
import { collect, craftXlsx, createTestFolder } from './test-files.ts'

const folder = createTestFolder()
afterAll(() => folder.remove())

type Key = 'name' | 'longitude' | 'latitude' | 'phone'

const columns: readonly ColumnSpec<Key>[] = [
  { key: 'name', text: { zh: '站点名称', en: 'Name' }, aliases: ['驿站名称', '名称'], required: true },
  { key: 'longitude', text: { zh: '经度', en: 'Longitude' }, aliases: ['lng'] },
  { key: 'latitude', text: { zh: '纬度', en: 'Latitude' }, aliases: ['lat'] },
  { key: 'phone', text: { zh: '联系电话', en: 'Phone' }, aliases: ['电话'] },
]

const read = (content: string) => readRecords(folder.write('a.csv', content), 'a.csv', columns)

describe('the header', () => {
  test('is found below title rows, through width, spaces, marks, remarks and case', async () => {
    const reader = await read(
      '花名册\n单位：市总工会\n序号,* 驿 站名称,经度（GCJ-02）,ＬＡＴ,联系 电话：\n1,甲,113.3,33.7,１３８\n',
    )
    expect(reader.header.row).toBe(3)
    expect([...reader.header.positions]).toEqual([
      ['name', 1],
      ['longitude', 2],
      ['latitude', 3],
      ['phone', 4],
    ])
    expect(reader.header.unknown).toEqual([{ position: 0, heading: '序号' }])
    expect(await collect(reader.records)).toMatchObject([
      { row: 4, values: { name: '甲', phone: '138' }, written: { phone: '１３８' } },
    ])
  })

  test('of two rows, merged, is the lower one', async () => {
    const cell = (reference: string, text: string) =>
      `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
    const xml = `<sheetData>
      <row r="1">${cell('A1', '名称')}${cell('B1', '坐标')}</row>
      <row r="2">${cell('B2', '经度')}${cell('C2', '纬度')}</row>
      <row r="3">${cell('A3', '甲')}${cell('B3', '113.3')}${cell('C3', '33.7')}</row>
      </sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>`
    const path = folder.write('two.xlsx', craftXlsx({ sheets: [{ name: 'a', xml }] }))
    const reader = await readRecords(path, 'two.xlsx', columns)
    expect(reader.header.row).toBe(2)
    expect(await collect(reader.records)).toMatchObject([
      { row: 3, values: { name: '甲', longitude: '113.3', latitude: '33.7' } },
    ])
  })

  test('with a heading twice is refused by both words', async () => {
    await expect(read('名称,站点名称,经度\n')).rejects.toMatchObject({
      code: 'doubled-columns',
      text: { zh: expect.stringContaining('“名称”和“站点名称”') },
    })
  })

  test('without a required column is refused, with what was not recognised', async () => {
    await expect(read('站名儿,经度,纬度\n')).rejects.toMatchObject({
      code: 'missing-columns',
      row: 1,
      text: { zh: expect.stringMatching(/缺少 “站点名称”.*“站名儿”/) },
    })
  })

  test('beyond the twentieth row is not looked for', async () => {
    await expect(read(`${'说明\n'.repeat(20)}名称,经度\n`)).rejects.toMatchObject({ code: 'no-header' })
    expect((await read(`${'说明\n'.repeat(19)}名称,经度\n甲,1\n`)).header.row).toBe(20)
  })
})

test('rows without anything in them are left out, row numbers stay', async () => {
  const reader = await read('名称,经度\n甲,1\n,\n  ,\n\n乙,2\n')
  expect((await collect(reader.records)).map(({ row, values }) => [row, values.name])).toEqual([
    [2, '甲'],
    [6, '乙'],
  ])
})
