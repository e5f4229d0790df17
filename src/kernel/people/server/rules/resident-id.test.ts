import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEMO_REGION, madeEighteen, readResidentId, residentIdCheck } from './resident-id.ts'

const at = { today: '2026-11-23', demo: false }
const problemOf = (text: string, over: Partial<typeof at> = {}) =>
  readResidentId(text, { ...at, ...over }).problem

const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2018-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const serial = fc.integer({ min: 0, max: 999 }).map((number) => String(number).padStart(3, '0'))
/** Today's codes and withdrawn ones: 410426 left the city in 1997. */
const region = fc.constantFrom('110105', '410402', '410411', '410426', '440524', '810000', '830000')

const goodNumber = fc.tuple(region, day, serial).map(([place, born, order]) => {
  const first17 = `${place}${born.replaceAll('-', '')}${order}`
  return `${first17}${residentIdCheck(first17)}`
})

test("the standard's own example is good", () => {
  expect(readResidentId('11010519491231002x', at).good).toEqual({
    number: '11010519491231002X',
    region: '110105',
    bornOn: '1949-12-31',
    sex: 'female',
  })
})

test('every number with the right check, day and region is good, however it was typed', () => {
  const wide = (text: string) =>
    text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  const asTyped = fc.constantFrom<(text: string) => string>(
    (text) => text.toLowerCase(),
    wide,
    (text) => `'${text}`,
    (text) => ` ${text.slice(0, 6)} ${text.slice(6, 14)}-${text.slice(14)} `,
    (text) => text.replace('X', '×'),
  )
  fc.assert(
    fc.property(goodNumber, asTyped, (number, typed) => {
      expect(readResidentId(typed(number), at).good?.number).toBe(number)
    }),
  )
})

test('any one wrong digit and any two neighbours exchanged are noticed', () => {
  fc.assert(
    fc.property(goodNumber, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, where, shift) => {
      const digit = String((Number(number[where]) + shift) % 10)
      expect(problemOf(`${number.slice(0, where)}${digit}${number.slice(where + 1)}`)).toBeDefined()
    }),
  )
  fc.assert(
    fc.property(goodNumber, fc.nat(15), (number, where) => {
      fc.pre(number[where] !== number[where + 1])
      const swapped = `${number.slice(0, where)}${number[where + 1]}${number[where]}${number.slice(where + 2)}`
      expect(problemOf(swapped)).toBeDefined()
    }),
  )
})

test('fifteen digits and the eighteen they became are one number', () => {
  fc.assert(
    fc.property(goodNumber, (number) => {
      fc.pre(number.slice(6, 8) === '19')
      const old = `${number.slice(0, 6)}${number.slice(8, 17)}`
      expect(madeEighteen(old)).toBe(number)
      expect(readResidentId(old, at).good?.number).toBe(number)
    }),
  )
})

test.each(['1.10105E+17', '1.10105194912310E+17'])('%s is named as what a spreadsheet left', (eaten) => {
  expect(problemOf(eaten)?.reason.zh).toContain('科学计数')
})

test('a number rounded to fifteen digits is named as such', () => {
  expect(problemOf('110105194912310000')?.reason.zh).toContain('电子表格')
})

const numbered = (first17: string) => `${first17}${residentIdCheck(first17)}`

test.each(['20010229', '19991301', '20261124', '18000101'])('nobody was born on %s', (born) => {
  expect(problemOf(numbered(`410402${born}001`))?.reason.zh).toContain('出生日期')
})

test('a code that never was a region is refused; a child of a county younger than the table is not', () => {
  expect(problemOf(numbered('41045519800101001'))?.reason.zh).toContain('410455')
  expect(problemOf(numbered('41045520200101001'))).toBeUndefined()
  expect(problemOf(numbered('99045520200101001'))).toBeDefined()
})

test('the demo region is good in a demo city and nowhere else', () => {
  const number = numbered(`${DEMO_REGION}19800101001`)
  expect(problemOf(number, { demo: true })).toBeUndefined()
  expect(problemOf(number)?.reason.zh).toContain('演示')
})

test('no refusal repeats the number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{12,20}$/), (text) => {
      expect(JSON.stringify(problemOf(text) ?? null)).not.toContain(text)
    }),
  )
})
