import { afterAll, describe, expect, test } from 'vitest'

import { craftXlsx, createTestFolder, encodeGb18030 } from '#platform/tabular/test-files.ts'

import { judgeRoster, type ExistingStation } from './judge-roster.ts'
import { readRoster } from './read-roster.ts'
import type { RosterValues } from './roster-context.ts'
import { judgeRosterRow } from './roster-row.ts'
import { testContext } from './test-context.ts'

const rows = (...list: RosterValues[]) =>
  list.map((values, index) =>
    judgeRosterRow(index + 2, { district: '新华区', address: '建设路', ...values }, testContext),
  )
const found = (list: RosterValues[], existing: ExistingStation[] = []) =>
  judgeRoster(rows(...list), existing).verdicts.flatMap(({ row, problems }) =>
    problems
      .filter(({ other }) => other !== undefined)
      .map(({ code, severity, other }) => ({ row, code, severity, other })),
  )

const known: ExistingStation = {
  id: 'station-1',
  name: '新华驿站',
  adcode: '410402',
  code: '410402-0001-M',
  location: { longitude: 113.3, latitude: 33.74 },
}

describe('duplicates', () => {
  test('one code in two rows takes the later row out', () => {
    const list = [
      { name: '甲', code: '410402-0001-M' },
      { name: '乙', code: '410402 0001 M' },
    ]
    expect(found(list)).toEqual([{ row: 3, code: 'same-code', severity: 'error', other: { row: 2 } }])
    expect(judgeRoster(rows(...list), []).verdicts.map((it) => it.station?.name)).toEqual(['甲', undefined])
  })

  test('the code of a known station asks whether it is meant', () => {
    expect(found([{ name: '甲', code: '410402-0001-M' }], [known])).toEqual([
      { row: 2, code: 'same-code', severity: 'confirm', other: { stationId: 'station-1' } },
    ])
  })

  test('one name in one district, in the file and among the known', () => {
    const list = [{ name: '甲' }, { name: '甲 ' }, { name: '甲', district: '卫东区' }, { name: '新华 驿站' }]
    expect(found(list, [known])).toEqual([
      { row: 3, code: 'same-name', severity: 'confirm', other: { row: 2 } },
      { row: 5, code: 'same-name', severity: 'confirm', other: { stationId: 'station-1' } },
    ])
  })

  test('within 50 metres, said with the distance', () => {
    const list = [
      { name: '甲', coordinates: '113.3003,33.7400' },
      { name: '乙', coordinates: '113.3003,33.7401' },
      { name: '丙', coordinates: '113.3103,33.7401' },
    ]
    expect(found(list, [known])).toEqual([
      {
        row: 2,
        code: 'within-50-metres',
        severity: 'confirm',
        other: { stationId: 'station-1', distanceMetres: 28 },
      },
      {
        row: 3,
        code: 'within-50-metres',
        severity: 'confirm',
        other: { stationId: 'station-1', distanceMetres: 30 },
      },
      { row: 3, code: 'within-50-metres', severity: 'confirm', other: { row: 2, distanceMetres: 11 } },
    ])
  })

  test('known stations are not held against one another', () => {
    expect(found([], [known, { ...known, id: 'station-2' }])).toEqual([])
  })
})

test('the summary counts each row once', () => {
  const list = [{ name: '甲' }, { name: '甲' }, { name: '合计' }, { name: '乙', hours: '18:00-8:00' }]
  expect(judgeRoster(rows(...list), []).summary).toEqual({ rows: 4, good: 1, toConfirm: 1, refused: 2 })
})

describe('roster files', () => {
  const folder = createTestFolder()
  afterAll(() => folder.remove())

  test('a CSV in GB18030 under a title, with headings as one city writes them', async () => {
    const csv = [
      '平顶山市爱心驿站统计表,,,,',
      '序号,驿站名称,县（市、区）,详细地址,经纬度,开放时间,管理员,联系电话',
      '１,新华驿站,新华区,建设路１号,"113.3045，33.7412","周一至周五8:30-12:00，14:30-18:00；周末休息",甲某,０３７５－４９８８１２３',
      '2,湛河驿站,湛河区,光明路2号,"33.7212,113.3145",全天,乙某,138****0001',
      '合计,2,,,,,,',
    ].join('\r\n')
    const roster = await readRoster(folder.write('a.csv', encodeGb18030(csv)), 'a.csv', testContext)
    expect(roster.header.unknown.map((it) => it.heading)).toEqual(['序号'])
    expect(roster.verdicts.map(({ row, station }) => [row, station?.name])).toEqual([
      [3, '新华驿站'],
      [4, undefined],
      [5, undefined],
    ])
    expect(roster.verdicts[0]?.problems).toEqual([])
    expect(roster.verdicts[1]?.problems.map((it) => it.code)).toEqual(['coordinates-remark', 'phone-masked'])
  })

  test('a workbook with a merged district column and two rows of headings', async () => {
    const cell = (reference: string, text: string) =>
      `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
    const xml = `<sheetData>
      <row r="1">${cell('A1', '爱心驿站花名册')}</row>
      <row r="2">${cell('A2', '所属县区')}${cell('B2', '站点名称')}${cell('C2', '地址')}${cell('D2', '坐标')}${cell('F2', '建成时间')}</row>
      <row r="3">${cell('D3', '经度')}${cell('E3', '纬度')}</row>
      <row r="4">${cell('A4', '叶县')}${cell('B4', '甲站')}${cell('C4', '文化路')}<c r="D4"><v>113.3545</v></c><c r="E4"><v>33.6212</v></c><c r="F4"><v>43586</v></c></row>
      <row r="5">${cell('B5', '乙站')}${cell('C5', '昆阳路')}<c r="D5"><v>33.6312</v></c><c r="E5"><v>113.3645</v></c><c r="F5"><v>20190501</v></c></row>
      </sheetData><mergeCells>
      ${['A1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3', 'A4:A5'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')}
      </mergeCells>`
    const path = folder.write('a.xlsx', craftXlsx({ sheets: [{ name: '花名册', xml }] }))
    const { verdicts } = await readRoster(path, 'a.xlsx', testContext)
    expect(verdicts[0]).toMatchObject({
      row: 4,
      station: { name: '甲站', adcode: '410422', openedOn: '2019-05-01' },
    })
    expect(verdicts[1]?.problems.find((it) => it.severity === 'error')).toMatchObject({
      code: 'coordinates-swapped',
      fix: { value: '113.3645,33.6312' },
    })
  })

  test('a file without the required columns is refused as a whole', async () => {
    const path = folder.write('b.csv', '驿站名称,经度,纬度\n甲,113.3,33.7\n')
    await expect(readRoster(path, 'b.csv', testContext)).rejects.toMatchObject({ code: 'missing-columns' })
  })
})
