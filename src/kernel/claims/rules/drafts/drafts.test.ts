// Longer than most: one catalogue of known figures and claims, for all that may be said of them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber } from '../numbers/read-number.ts'
import { makeParagraphChecker } from './check-paragraph.ts'
import { catalogueOf } from './catalogue.ts'
import type { KnownClaim } from './known-claim.ts'
import { judgeNumber } from './judge-number.ts'
import type { FigureDimension, KnownFigure } from './known-figure.ts'
import { paragraphKind } from './paragraph-kind.ts'
import { sentencesOf } from './sentences.ts'
import { unitsAgree } from './units-agree.ts'
import { wordRight } from './word-right.ts'

const figure = (
  key: string,
  title: string,
  unit: string,
  dimension: FigureDimension,
  value: number,
  over: Partial<KnownFigure> = {},
): KnownFigure => ({
  key,
  title: { zh: title, en: key },
  unit: { zh: unit, en: unit },
  dimension,
  value,
  numerator: null,
  denominator: null,
  inTens: dimension === 'persons' || dimension === 'turns',
  asOf: '2026-11-23',
  earlier: [],
  ...over,
})

const figures = [
  figure('stations.total', '建成驿站', '家', 'places', 301, {
    earlier: [{ asOf: '2025-12-31', value: 268 }],
  }),
  figure('greenTravel.rides', '1分钱乘公交', '人次', 'turns', 454_540),
  figure('membership.newForms', '新就业形态劳动者会员', '人', 'persons', 59_630),
  figure('greenTravel.paid', '已付乘车补贴', '元', 'money', 45_000_000),
  figure('stations.answered', '按时答复率', '%', 'ratio', 110 / 113, { numerator: 110, denominator: 113 }),
]
const claim = (id: string, title: string, over: Partial<KnownClaim> = {}): KnownClaim => ({
  id,
  title: { zh: title, en: id },
  words: '1200户',
  value: 1200,
  low: 1200,
  high: 1200,
  unit: { zh: '户', en: 'households' },
  dimension: 'things',
  where: { zh: '晨报，2026-11-01', en: 'Morning paper, 2026-11-01' },
  verdict: 'cannot-be-checked',
  why: 'unbound',
  lines: [],
  ...over,
})
const claims = [
  claim('visited', '走访慰问困难职工'),
  claim('trained', '免费技能培训', {
    words: '近1500人',
    value: 1500,
    low: 1350,
    high: 1500,
    dimension: 'persons',
    verdict: 'out-of-date',
    why: null,
  }),
]
const catalogue = catalogueOf({ figures, claims, tolerance: 0.1 })
const check = makeParagraphChecker(catalogue)
const marks = (text: string) => check(text, []).map(({ words, mark }) => [words, mark])

describe('a number that nobody has bound', () => {
  test.each([
    ['全市建成爱心驿站301家。', '301家', 'unbound'],
    ['全市建成爱心驿站近400家。', '近400家', 'contradicts'],
    ['全市建成爱心驿站268家。', '268家', 'out-of-date'],
    ['1分钱乘公交惠及职工454,545人。', '454,545人', 'wrong-unit'],
    ['1分钱乘公交惠及职工45万余人次。', '45万余人次', 'unbound'],
    ['发展新就业形态劳动者会员近6万人。', '近6万人', 'unbound'],
    ['驿站反映的问题按时答复率97.3%。', '97.3%', 'rate-without-terms'],
    ['走访慰问困难职工1,234户。', '1,234户', 'unbound'],
  ] as const)('%s', (text, words, mark) => {
    expect(marks(text)).toEqual([[words, mark]])
  })

  test('of a part of the city, the year or a plan the whole figure is not said', () => {
    for (const text of ['今年新建爱心驿站30家。', '其中汝州区建成爱心驿站45家。', '计划建成爱心驿站500家。'])
      expect(marks(text)[0]![1]).toBe('unbound')
  })

  test('a rate with both terms is worked out again', () => {
    const [, , rate] = check('收到反映113件，按时答复110件，按时答复率97.3%。', [])
    expect(rate).toMatchObject({ mark: 'unbound' })
    expect(rate!.lines.map(({ zh }) => zh)).toContain('110 ÷ 113 = 97.35%')
  })
})

describe('parts and their whole', () => {
  test.each([
    ['创建工作室131家，其中国家级4家、省级25家、市级105家。', '131家', true],
    ['创建工作室131家，其中国家级4家、省级25家。', '131家', false],
    ['创建工作室131家，分别为国家级4家、省级25家、市级100家。', '131家', true],
    ['国家级4家、省级25家、市级102家，共131家。', '131家', false],
    ['国家级4家、省级25家、市级102家，共132家。', '132家', true],
    ['服务职工500人，其中咨询300人次、培训400人次。', '500人', false],
  ] as const)('%s', (text, words, isFound) => {
    const found = check(text, []).find((finding) => finding.words === words)!
    expect(found.mark === 'parts').toBe(isFound)
  })
})

test('a bound number follows its figure, whatever the words around it say', () => {
  const text = '阵地建设再上台阶：45家。'
  const bound = { figure: 'stations.total', asOf: '2026-11-23' }
  const [finding] = check(text, [{ start: 9, end: 12, bound, live: false }])
  expect(finding).toMatchObject({ words: '45家', mark: 'contradicts', figure: 'stations.total' })
  expect(finding!.offers.map(({ words }) => words)).toContain('300余家')
})

test('近6万人 is offered for 59,631', () => {
  expect(wordRight(figure('m.n', '会员', '人', 'persons', 59_631, { inTens: false }))).toEqual([
    '近6万人',
    '59,631人',
  ])
})

test('whatever is offered reads back as what the records say', () => {
  const units = { places: '家', persons: '人', turns: '人次', money: '元', organisations: '家' } as const
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 10_000_000_000 }),
      fc.constantFrom(...(Object.keys(units) as (keyof typeof units)[])),
      fc.boolean(),
      (value, dimension, inTens) => {
        const told = inTens ? Math.floor(value / 10) * 10 : value
        const one = figure('a.b', '数', units[dimension], dimension, told, {
          inTens: inTens && dimension !== 'money',
        })
        for (const words of wordRight(one))
          expect([words, judgeNumber(readNumber(words)!, one).mark]).toEqual([
            words,
            expect.stringMatching(/^(agrees|rounds)$/),
          ])
      },
    ),
    { numRuns: 1000 },
  )
})

test('sentences and findings stand where they are said to stand', () => {
  const letters = fc.constantFrom(...'建成驿站家人次分钱乘公交万近余共其中，。；：、12345%三百 ')
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 60 }), (typed) => {
      const text = typed.join('')
      for (const sentence of sentencesOf(text))
        expect(text.slice(sentence.start, sentence.start + sentence.text.length)).toBe(sentence.text)
      for (const { start, end, words } of check(text, [])) expect(text.slice(start, end)).toBe(words)
    }),
    { numRuns: 500 },
  )
})

test('a paragraph is a heading by its number, and never where it ends a sentence', () => {
  expect(
    ['一、服务阵地', '（二）驿站建设', '一、服务阵地建设取得进展。', '全市建成驿站'].map(paragraphKind),
  ).toEqual(['heading', 'subheading', 'text', 'text'])
})

test.each([
  ['41人', 'turns', false],
  ['41人次', 'persons', false],
  ['41场次', 'turns', true],
  ['45万', 'money', false],
  ['1万美元', 'money', false],
  ['301家', 'organisations', true],
  ['301家', 'persons', false],
  ['98%', 'ratio', true],
  ['8个百分点', 'ratio', false],
] as const)('%s may count %s: %s', (words, dimension, isSo) => {
  expect(unitsAgree(readNumber(words)!, dimension)).toBe(isSo)
})

describe('a number that repeats what another publication said', () => {
  const repeat = (text: string, words: string, id: string) => {
    const start = text.indexOf(words)
    return check(text, [{ start, end: start + words.length, bound: { claim: id }, live: false }])[0]!
  }

  test('is offered where the words speak of it and the numbers meet, and never otherwise', () => {
    const offers = (text: string) => check(text, [])[0]!.offers.filter(({ kind }) => kind === 'repeat')
    expect(offers('走访慰问困难职工1200户。')).toEqual([
      { kind: 'repeat', claim: 'visited', words: '1200户' },
    ])
    expect(offers('走访慰问困难职工1300户。')).toEqual([])
    expect(offers('开展免费技能培训1400人次。')).toEqual([])
  })

  test('is as right as what it repeats, must say the same, and in the same unit', () => {
    expect(repeat('走访困难职工1200户。', '1200户', 'visited')).toMatchObject({ mark: 'sourced' })
    expect(repeat('走访困难职工1201户。', '1201户', 'visited')).toMatchObject({ mark: 'contradicts' })
    expect(repeat('培训1400人。', '1400人', 'trained')).toMatchObject({ mark: 'out-of-date' })
    expect(repeat('培训1400人次。', '1400人次', 'trained')).toMatchObject({ mark: 'wrong-unit' })
    expect(repeat('走访1200户。', '1200户', 'gone')).toMatchObject({ mark: 'cannot-be-checked' })
  })
})
