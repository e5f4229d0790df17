import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runOut } from './run-out.ts'

const today = '2026-11-27'
const weeks = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 4, maxLength: 12 })

test('the likely day lies in its range, and more money never ends sooner', () => {
  fc.assert(
    fc.property(weeks, fc.nat({ max: 20_000_000 }), fc.nat({ max: 5_000_000 }), (weekly, left, more) => {
      const now = runOut(left, weekly, today)
      const later = runOut(left + more, weekly, today)
      if (now === undefined || later === undefined) return
      expect(now.earliest <= now.likely).toBe(true)
      expect(now.latest === null || now.latest >= now.likely).toBe(true)
      expect(later.likely >= now.likely).toBe(true)
      expect(later.earliest >= now.earliest).toBe(true)
    }),
  )
})

test('weeks that are all alike leave no doubt', () => {
  expect(runOut(7_000, [700, 700, 700, 700], today)).toEqual({
    likely: '2027-02-05',
    earliest: '2027-02-05',
    latest: '2027-02-05',
  })
})

test('three weeks, or weeks without a ride, tell nothing', () => {
  expect(runOut(100, [1, 1, 1], today)).toBeUndefined()
  expect(runOut(100, [0, 0, 0, 0], today)).toBeUndefined()
})
