import { expect, test } from 'vitest'
import { fenOf } from './grant-dialog.tsx'

test.each([
  ['450000', 45_000_000],
  ['450,000.00', 45_000_000],
  ['0.99', 99],
  ['-12.5', -1_250],
  ['0', undefined],
  ['0.999', undefined],
  ['1e5', undefined],
  ['', undefined],
])('%s yuan are %s fen', (text, fen) => {
  expect(fenOf(text)).toBe(fen)
})
