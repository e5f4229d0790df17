import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findNumbers } from './find-numbers.ts'
import { readChinese, toNumber } from './numerals.ts'
import { isCounting, readNumber } from './read-number.ts'

const counted = (text: string) =>
  findNumbers(text)
    .filter(isCounting)
    .map(({ words }) => words)

describe('what a number says', () => {
  test.each([
    ['301家', 'exact', 301, 301, 301],
    ['近6万人', 'near', 60_000, 54_000, 59_999],
    ['180余家', 'over', 180, 180, 197],
    ['1.5万余元', 'over', 1_500_000, 1_500_000, 1_649_999],
    ['20余万名', 'over', 200_000, 200_000, 219_999],
    ['3000多项', 'over', 3000, 3000, 3299],
    ['约500个', 'about', 500, 450, 550],
    ['50万人次', 'exact', 500_000, 495_000, 505_000],
    ['449,999.55元', 'exact', 44_999_955, 44_999_955, 44_999_955],
    ['１２３家', 'exact', 123, 123, 123],
    ['1亿2000万元', 'exact', 12_000_000_000, 11_999_500_000, 12_000_500_000],
    ['不足二十五人', 'less-than', 25, 0, 24],
    ['二十五人以上', 'at-least', 25, 25, Infinity],
    ['不超过30日', 'at-most', 30, 0, 30],
    ['上百人', 'at-least', 100, 100, Infinity],
    ['十几家', 'between', null, 11, 19],
    ['几十万元', 'between', null, 20_000_000, 99_999_900],
    ['二三十个', 'between', null, 20, 30],
    ['十七八岁', 'between', null, 17, 18],
    ['若干名', 'at-least', null, 1, Infinity],
    ['3—5年', 'between', null, 3, 5],
    ['20万至50万元', 'between', null, 20_000_000, 50_000_000],
    ['98%', 'exact', 0.98, 0.975, 0.985],
    ['百分之九十八点五', 'exact', 0.985, 0.9845, 0.9855],
    ['三成', 'exact', 0.3, 0.25, 0.35],
    ['过半数', 'more-than', 0.5, 0.5, 1],
    ['五百元以上二千元以下', 'between', null, 50_000, 200_000],
    ['百分之三至百分之四十五', 'between', null, 0.03, 0.45],
    ['1倍以上3倍以下', 'between', null, 1, 3],
    ['10万千瓦及以下', 'at-most', 100_000, 0, 100_000],
    ['上万支', 'at-least', 10_000, 10_000, Infinity],
    ['三分之一以上', 'at-least', 1 / 3, 1 / 3, Infinity],
    ['两万元', 'exact', 2_000_000, 1_500_000, 2_500_000],
    ['三百元', 'exact', 30_000, 30_000, 30_000],
  ] as const)('%s', (words, hedge, value, low, high) => {
    expect(readNumber(words)).toMatchObject({ hedge, value, low, high, words })
  })

  test('the tolerance is the reader’s to set', () => {
    expect(readNumber('近6万人', 0.02)).toMatchObject({ low: 58_800, high: 59_999 })
  })

  test('a person is not a turn, and neither is a yuan', () => {
    expect(['6万人', '6万人次', '6万元', '6万次'].map((words) => readNumber(words)!.kind)).toEqual([
      'persons',
      'turns',
      'money',
      'occasions',
    ])
  })
})

test.each([
  ['76万群众', 'persons'],
  ['百万移民收入', 'persons'],
  ['人口超过一千万的', 'persons'],
  ['500余场次', 'occasions'],
  ['超6.3万户次', 'occasions'],
  ['1万美元', 'foreign-money'],
  ['2000多亿方', 'volume'],
  ['0.49个千分点', 'points'],
  ['4万亿', 'none'],
])('%s counts %s', (text, kind) => {
  expect(findNumbers(text).filter(isCounting)).toMatchObject([{ kind }])
})

describe('what counts nothing', () => {
  test.each([
    '“1351”防灾体系',
    '“40条”帮扶企业政策',
    '“1+1+10”系列政策',
    '“七个专项行动”',
    '“综合查一次”',
    '人口[6]与',
    '一次性补助金',
    '上一年年收入',
    '2023年3月25日',
    '二〇二四年三月',
    '4月至6月',
    '〔2024〕12号',
    'GB/T 9704—2012',
    '第三十条第二款',
    '“五小”活动',
    '三会一课',
    '“十四五”时期',
    '12351热线',
    '1080P',
    '13812345678',
    '一心一意',
    '一等奖',
    '进一步',
    '十分重要',
    '8:00—18:00',
    '星期三',
    '“12·4”国家宪法日',
  ])('%s', (text) => {
    expect(counted(text)).toEqual([])
  })

  test('2023年 is a date and 3年 is not; 三月 is a date and 三个月 is not', () => {
    expect(counted('2023年起3年内，三月前三个月')).toEqual(['3年内', '三个月'])
  })
})

test('a sentence of a work report', () => {
  expect(
    counted(
      '2023年，全市新建工会近400家，发展会员近6万人；投入45万元，惠及50万人次，其中一线职工占80%，比上年提高3.5个百分点。一个工会至少有三名委员。',
    ),
  ).toEqual(['近400家', '近6万人', '45万元', '50万人次', '80%', '3.5个百分点', '一个', '至少有三名'.slice(3)])
})

const LETTERS = '零一二三四五六七八九'
/** A numeral as it is read aloud, for numbers below 10^12. */
function chinese(value: number): string {
  const four = (part: number): string =>
    [1000, 100, 10, 1]
      .map((place) => [Math.floor(part / place) % 10, ['', '十', '百', '千'][Math.log10(place)]!] as const)
      .map(([digit, place]) => (digit === 0 ? '零' : `${LETTERS[digit]}${place}`))
      .join('')
      .replaceAll(/零+/g, '零')
      .replace(/零$/, '')
  const groups = [Math.floor(value / 1e8), Math.floor(value / 1e4) % 1e4, value % 1e4]
  const written = groups
    .map((part, at) => (part === 0 ? '零' : `${four(part)}${['亿', '万', ''][at]}`))
    .join('')
    .replaceAll(/零+/g, '零')
    .replace(/^零|零$/g, '')
  return written === '' ? '零' : written
}

test('every numeral is read as the number it was written from', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (value) => {
      expect(toNumber(readChinese(chinese(value))!)).toBe(value)
      expect(readNumber(`${value}家`)!.value).toBe(value)
      expect(readNumber(`${value.toLocaleString('en-US')}家`)!.value).toBe(value)
    }),
    { numRuns: 300 },
  )
})

test('whatever is typed, the words stand where they are said to stand, in order and apart', () => {
  const letters = fc.constantFrom(
    ...'零一二两三五十百千万亿几数上近约余多来第半点分之成倍番年月日个名人次元家%0123456789.,，。—-至〔〕“”（）号条其中增长 \n',
  )
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 40 }), (typed) => {
      const text = typed.join('')
      let last = 0
      for (const { start, end, words, low, high } of findNumbers(text)) {
        expect(words).toBe(text.slice(start, end))
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(low).toBeLessThanOrEqual(high)
        last = end
      }
    }),
    { numRuns: 2000 },
  )
})

test('what is listed behind a change is a change, two digits are no two persons, and past ten billion is a number', () => {
  const rolesOf = (text: string) => findNumbers(text).map(({ words, role }) => [words, role])
  expect(rolesOf('化肥农药用量分别下降3.1%和2.6%。')).toEqual([
    ['3.1%', 'change'],
    ['2.6%', 'change'],
  ])
  expect(rolesOf('用量下降3.1%，达标率98%。').at(-1)).toEqual(['98%', 'rate'])
  expect(rolesOf('保持两位数增长。')).toEqual([['两位数', 'name']])
  expect(findNumbers('产值过百亿的有6户。')[0]).toMatchObject({ words: '过百亿', low: 10_000_000_001 })
})
