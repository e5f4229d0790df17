import { expect, test } from 'vitest'
import { rideResultOf, rideResults, type RideResult } from './results.ts'

test('a number leads back to its result, and no two results share one', () => {
  for (const [name, { no }] of Object.entries(rideResults)) expect(rideResultOf(no)).toBe(name as RideResult)
  expect(() => rideResultOf(29)).toThrow('no ride result')
})
