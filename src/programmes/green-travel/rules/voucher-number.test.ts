import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bucketOfVoucher,
  firstDayOf,
  monthOfDay,
  monthOfVoucher,
  voucherNumber,
  VOUCHER_NUMBER_MAX,
} from './voucher-number.ts'

test('a voucher’s number gives its month and bucket back, and has 15 digits at most', () => {
  fc.assert(
    fc.property(fc.nat(511), fc.nat(63), fc.nat({ max: 2 ** 31 - 1 }), fc.nat(7), (month, bk, low, high) => {
      const number = voucherNumber(month, bk, high * 2 ** 31 + low)
      expect(monthOfVoucher(number)).toBe(month)
      expect(bucketOfVoucher(number)).toBe(bk)
      expect(String(number).length).toBeLessThanOrEqual(15)
    }),
  )
  expect(String(VOUCHER_NUMBER_MAX).length).toBe(15)
})

test('a month’s first day is in it, and the day before is not', () => {
  fc.assert(
    fc.property(fc.nat(500), (month) => {
      const first = firstDayOf(month)
      expect(monthOfDay(first)).toBe(month)
      const before = new Date(Date.parse(`${first}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
      expect(monthOfDay(before)).toBe(month - 1)
    }),
  )
})

test.each([
  [-1, 0, 0],
  [512, 0, 0],
  [0, 64, 0],
  [0, 0, 2 ** 34],
])('no voucher has month %d, bucket %d, random %d', (month, bk, random) => {
  expect(() => voucherNumber(month, bk, random)).toThrow('no voucher')
})
