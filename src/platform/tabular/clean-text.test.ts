import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { cleanText, looksEatenBySpreadsheet, normaliseHeading, toHalfWidth } from './clean-text.ts'

describe('cleanText', () => {
  test.each([
    ['　新华驿站\u00a0', '新华驿站'],
    ['１３８ ０３７５', '138 0375'],
    ['\uFEFF湛\u200b河\u00ad', '湛河'],
    ['夏季 8:00 \r\n\r\n 冬季 9:00', '夏季 8:00\n冬季 9:00'],
    ['建设路（东）１号，甲', '建设路（东）1号，甲'],
    // A compatibility ideograph is somebody's name; Unicode normalisation would replace it.
    ['\uF9D1', '\uF9D1'],
  ])('%j becomes %j', (written, cleaned) => {
    expect(cleanText(written)).toBe(cleaned)
  })

  test('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => {
        const once = cleanText(written)
        expect(cleanText(once)).toBe(once)
      }),
    )
  })
})

test('toHalfWidth also takes punctuation', () => {
  expect(toHalfWidth('８：００～１８：００，（全天）')).toBe('8:00~18:00,(全天)')
})

test.each([
  ['* 站点 名称（必填）：', '站点名称必填'],
  ['ＷＧＳ－84', 'wgs84'],
])('heading %j is compared as %j', (heading, normalised) => {
  expect(normaliseHeading(heading)).toBe(normalised)
})

test.each([
  ['1.10105E+17', true],
  ['1.1010519491231e17', true],
  ['１.１E+１７', true],
  ['110105194912310021', false],
  ['E113', false],
])('%j was eaten by a spreadsheet: %j', (text, eaten) => {
  expect(looksEatenBySpreadsheet(text)).toBe(eaten)
})
