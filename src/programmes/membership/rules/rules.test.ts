import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardSerial, RANDOM_BITS, readCardSerial, spacedSerial } from './card-serial.ts'
import { employments, isNewForm } from './employment.ts'
import { codeOf, freshnessOf, windowAt, windowStart } from './moving-code.ts'
import { shortNumber } from './short-number.ts'
import { isOfWorkingAge } from './working-age.ts'

const serials = fc
  .tuple(fc.integer({ min: 0, max: 63 }), fc.bigInt({ min: 0n, max: (1n << BigInt(RANDOM_BITS)) - 1n }))
  .map(([bk, random]) => ({ bk, serial: cardSerial(bk, random) }))

test('a serial says its bucket, however it is typed', () => {
  fc.assert(
    fc.property(serials, ({ bk, serial }) => {
      expect(serial).toMatch(/^[0-9A-HJKMNP-TV-Z]{14}$/)
      const typed = spacedSerial(serial).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
      expect(readCardSerial(` ${typed} `)).toEqual({ bk, serial })
    }),
  )
})

test('one wrong character, or two that changed places, is always noticed', () => {
  fc.assert(
    fc.property(serials, fc.nat(13), fc.nat(13), fc.nat(31), ({ serial }, at, other, letter) => {
      const letters = [...serial]
      const wrong = letters.with(at, '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[letter]!).join('')
      if (wrong !== serial) expect(readCardSerial(wrong)).toBeUndefined()
      const swapped = letters.with(at, letters[other]!).with(other, letters[at]!).join('')
      if (swapped !== serial && at < 12 && other < 12) expect(readCardSerial(swapped)).toBeUndefined()
    }),
    { numRuns: 500 },
  )
})

test('a guess passes the check once in a thousand, and is then still looked up among 2^54', () => {
  const guesses = fc.sample(fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{14}$/), { numRuns: 2_000, seed: 7 })
  expect(guesses.filter((guess) => readCardSerial(guess) !== undefined).length).toBeLessThan(20)
})

test('a code is shown now for two minutes, and a picture of it tells its age', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 1e7 }), (made, age) => {
      const fresh = freshnessOf(windowAt(made), windowAt(made + age))
      if (age <= 90_000) expect(fresh).toBe('now')
      if (age >= 180_000) expect(fresh).toBe('earlier')
      expect(windowStart(windowAt(made)).getTime()).toBeLessThanOrEqual(made)
    }),
  )
  expect(freshnessOf(100, 90)).toBe('clock-differs')
  expect(codeOf(new Uint8Array([0, 1, 254, 255, 16, 9]))).toBe('0001feff10')
})

test('sixteen on the birthday, not the day before (劳动法 article 15)', () => {
  expect(isOfWorkingAge('2010-11-27', '2026-11-27')).toBe(true)
  expect(isOfWorkingAge('2010-11-28', '2026-11-27')).toBe(false)
  expect(isOfWorkingAge('2008-02-29', '2024-02-28')).toBe(false)
  expect(isOfWorkingAge('2008-02-29', '2024-02-29')).toBe(true)
})

test('drivers, couriers and riders are new forms; whoever is employed is not', () => {
  expect(employments.filter(isNewForm)).toHaveLength(5)
  expect(isNewForm('employed')).toBe(false)
  expect(shortNumber('0192f0c0-0000-7000-8000-0000009f2c41')).toBe('9F2C41')
})
