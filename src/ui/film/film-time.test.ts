import { expect, test } from 'vitest'
import { filmTime } from './film-time.ts'

test.each([
  [0, '0:00'],
  [59.99, '0:59'],
  [185.4, '3:05'],
  [3725, '1:02:05'],
  [Number.NaN, '0:00'],
])('%d s is %s', (seconds, said) => {
  expect(filmTime(seconds)).toBe(said)
})
