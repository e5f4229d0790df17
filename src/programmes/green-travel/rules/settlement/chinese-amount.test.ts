import { expect, test } from 'vitest'
import { chineseAmount } from './chinese-amount.ts'

test.each([
  [0, '零元整'],
  [5, '伍分'],
  [45, '肆角伍分'],
  [100, '壹元整'],
  [105, '壹元零伍分'],
  [150, '壹元伍角整'],
  [44_999_955, '肆拾肆万玖仟玖佰玖拾玖元伍角伍分'],
  [45_000_000, '肆拾伍万元整'],
  [100_000_00 + 500, '壹拾万零伍元整'],
  [1_010_000, '壹万零壹佰元整'],
  [100_010_000_00, '壹亿零壹万元整'],
  [-99, '负玖角玖分'],
])('%i fen is %s', (fen, text) => {
  expect(chineseAmount(fen)).toBe(text)
})
