import { describe, expect, test } from 'vitest'

import type { RosterContext, RosterValues } from './roster-context.ts'
import { applyRosterFix, judgeRosterRow } from './roster-row.ts'
import { testContext } from './test-context.ts'

const whole: RosterValues = {
  name: '新华建设路驿站',
  code: '410402-0001-m',
  district: '平顶山市新华区',
  address: '建设路1号',
  longitude: '113.3045',
  latitude: '33.7412',
  hours: '8:00-18:00',
  facilities: '饮水机、微波炉、台球桌',
  hostUnit: '新华区总工会',
  keeperName: '甲某某',
  keeperPhone: '0375-4988123',
  level: '全国最美站点',
  openedOn: '2019.5.1',
}

const judge = (change: RosterValues = {}, context: Partial<RosterContext> = {}) =>
  judgeRosterRow(7, { ...whole, ...change }, { ...testContext, ...context })
const codes = (change: RosterValues, context: Partial<RosterContext> = {}) =>
  judge(change, context).problems.map(({ severity, code }) => `${severity} ${code}`)
const without = (...fields: (keyof RosterValues)[]) =>
  judgeRosterRow(
    7,
    Object.fromEntries(Object.entries(whole).filter(([key]) => !fields.includes(key as never))),
    testContext,
  )

test('a whole row becomes a station, with what was received beside what is computed with', () => {
  expect(judge({}, { datum: 'WGS-84' })).toMatchObject({
    row: 7,
    station: {
      name: '新华建设路驿站',
      code: '410402-0001-M',
      adcode: '410402',
      location: {
        received: { longitude: 113.3045, latitude: 33.7412, datum: 'WGS-84', text: '113.3045,33.7412' },
      },
      hours: { seasons: [{ weekly: [{ from: '08:00', to: '18:00' }] }] },
      hoursText: '8:00-18:00',
      facilities: ['water', 'microwave'],
      otherFacilities: ['台球桌'],
      keeperPhone: '0375-4988123',
      level: 'national-best',
      openedOn: '2019-05-01',
    },
    problems: [{ severity: 'note', code: 'facilities-unknown' }],
  })
})

describe('what is wrong is named, field by field', () => {
  test.each<[RosterValues, string]>([
    [{ name: '合计' }, 'error name-is-a-total'],
    [{ name: '长'.repeat(61) }, 'error name-too-long'],
    [{ district: '河北省石家庄市新华区' }, 'error district-elsewhere'],
    [{ district: '130105' }, 'error district-elsewhere'],
    [{ district: '火星区' }, 'error district-unknown'],
    [{ code: 'PDS-001' }, 'confirm code-foreign'],
    [{ code: '410402-0001-N' }, 'error code-check'],
    [{ district: '卫东区' }, 'error code-of-another-district'],
    [{ longitude: '33.7412', latitude: '113.3045' }, 'error coordinates-swapped'],
    [{ longitude: '东边' }, 'error coordinates-unreadable'],
    [{ longitude: '2.35', latitude: '48.85' }, 'error coordinates-outside-china'],
    [{ longitude: '116.4012', latitude: '39.9034' }, 'error coordinates-outside-city'],
    [{ longitude: '112.4995' }, 'confirm coordinates-near-edge'],
    [{ longitude: '113.3', latitude: '33.7' }, 'note coordinates-remark'],
    [{ datum: '百度坐标系' }, 'error datum-unknown'],
    [{ hours: '18:00-8:00' }, 'error hours-closing-before-opening'],
    [{ hours: '工作日 9:00-17:00' }, 'note hours-assumed'],
    [{ keeperPhone: '138****0375' }, 'error phone-masked'],
    [{ keeperPhone: '1.38E+10' }, 'error phone-eaten'],
    [{ keeperPhone: '4988123' }, 'error phone-incomplete'],
    [{ keeperPhone: '12800000000' }, 'error phone-unreadable'],
    [{ keeperPhone: '13800000001/13900000002' }, 'note phone-several'],
    [{ level: '宇宙级' }, 'error level-unknown'],
    [{ openedOn: '2019-02-30' }, 'error date-unreadable'],
    [{ openedOn: '2019年5月' }, 'note date-coarse'],
    [{ openedOn: '2027-01-01' }, 'confirm date-in-future'],
  ])('%o: %s', (change, problem) => {
    expect(codes(change)).toContain(problem)
    expect(judge(change).station === undefined).toBe(problem.startsWith('error'))
  })

  test('every refusal says why in both languages and shows what the person wrote', () => {
    const [problem] = judge({ openedOn: '19年' }).problems.filter((it) => it.field === 'openedOn')
    expect(problem).toMatchObject({ value: '19年', accepted: { zh: expect.stringContaining('2019') } })
    expect(problem?.reason.en).not.toBe('')
  })

  test('missing fields', () => {
    expect(without('name', 'district', 'address').problems.map((it) => it.code)).toEqual(
      expect.arrayContaining(['name-missing', 'district-missing', 'address-missing']),
    )
    const bare = without('longitude', 'latitude', 'hours', 'code', 'level', 'keeperPhone', 'openedOn')
    expect(bare.station).toMatchObject({ level: 'ordinary' })
    expect(bare.problems.map((it) => `${it.severity} ${it.code}`)).toEqual(
      expect.arrayContaining(['note coordinates-empty', 'note hours-missing']),
    )
  })
})

test.each<[RosterValues, keyof RosterValues]>([
  [{ longitude: '33.7412', latitude: '113.3045' }, 'coordinates'],
  [{ hours: '18:00-8:00' }, 'hours'],
  [{ keeperPhone: '4988123' }, 'keeperPhone'],
])('a fix, once taken, mends %o', (change, field) => {
  const values = { ...whole, ...change }
  const problem = judgeRosterRow(7, values, testContext).problems.find((it) => it.field === field)
  if (problem?.fix === undefined) throw new Error('no fix was offered')
  const mended = judgeRosterRow(7, applyRosterFix(values, problem), testContext)
  expect(mended.station).toBeDefined()
  expect(mended.problems.filter((it) => it.field === field)).toEqual([])
})
