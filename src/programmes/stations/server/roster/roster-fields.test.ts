import { describe, expect, test } from 'vitest'

import { readDistrict } from './read-district.ts'
import { readWrittenDay } from '#platform/tabular/written-day.ts'
import { readLevel } from './roster-levels.ts'
import { readPhone } from './roster-phones.ts'
import { testContext } from './test-context.ts'

test.each([
  ['新华区', '410402'],
  ['新华', '410402'],
  ['平顶山市新华区', '410402'],
  ['河南省平顶山市 新华区', '410402'],
  ['４１０４０２', '410402'],
  ['410402000000', '410402'],
  ['叶县', '410422'],
  ['汝州', '410482'],
  ['高新区', '410471'],
  ['示范区', '410472'],
  ['石家庄市新华区', 'elsewhere'],
  ['130105', 'elsewhere'],
  ['叶', 'unknown'],
  ['', 'unknown'],
])('the district %j is %s', (written, expected) => {
  const verdict = readDistrict(written, testContext.districts, testContext.placesAbove)
  expect(verdict.ok ? verdict.adcode : verdict.code).toBe(expected)
})

describe('dates', () => {
  test.each([
    ['2019.5.1', '2019-05-01', 'day'],
    ['2019/5/1', '2019-05-01', 'day'],
    ['2019-05-01', '2019-05-01', 'day'],
    ['2019-05-01T08:30', '2019-05-01', 'day'],
    ['2019年5月1日', '2019-05-01', 'day'],
    ['２０１９ 年 ５ 月', '2019-05-01', 'month'],
    ['2019.05', '2019-05-01', 'month'],
    ['43586', '2019-05-01', 'day'],
    ['20190501', '2019-05-01', 'day'],
    ['2019年', '2019-01-01', 'year'],
    ['2020-2-29', '2020-02-29', 'day'],
  ])('%s', (written, date, precision) => {
    expect(readWrittenDay(written)).toEqual({ date, precision })
  })

  test.each(['2019-02-29', '2019.13.1', '19.5.1', '20191301', '99999', '五月', ''])(
    '%j is none',
    (written) => {
      expect(readWrittenDay(written)).toBeUndefined()
    },
  )
})

describe('phones', () => {
  test.each([
    ['13800000001', '13800000001'],
    ['+86 138-0000-0001', '13800000001'],
    ['１９９ ００００ ０００１', '19900000001'],
    ['0375-4988123', '0375-4988123'],
    ['（0375）4988123', '0375-4988123'],
    ['03754988123', '0375-4988123'],
    ['010-12345678', '010-12345678'],
    ['0375-4988123转801', '0375-4988123-801'],
    ['0375-4988123-801', '0375-4988123-801'],
    ['400-123-4567', '400-123-4567'],
    ['13800000001、0375-4988123', '13800000001'],
  ])('%s', (written, phone) => {
    expect(readPhone(written)).toMatchObject({ ok: true, phone })
  })

  test.each([
    ['138****0001', 'masked'],
    ['138xxxx0001', 'masked'],
    ['1.38E+10', 'eaten'],
    ['4988123', 'incomplete'],
    ['12000000000', 'unreadable'],
    ['1380000000', 'unreadable'],
    ['13800000001、1390000', 'unreadable'],
    ['无', 'unreadable'],
  ])('%s is refused: %s', (written, code) => {
    expect(readPhone(written)).toEqual({ ok: false, code })
  })
})

test.each([
  ['全国最美户外劳动者服务站点', 'national-best'],
  ['省级示范', 'provincial'],
  ['市级', 'municipal'],
  ['—', 'ordinary'],
  ['', 'ordinary'],
  ['五星', undefined],
])('the level %j is %s', (written, level) => {
  expect(readLevel(written)).toBe(level)
})
