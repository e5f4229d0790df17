import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { makeStationCode, readStationCode, SEQUENCE_MAX } from './station-code.ts'

const code = fc
  .tuple(
    fc.constantFrom('410402', '410403', '410404', '410411', '410421', '410481', '410482'),
    fc.integer({ min: 1, max: SEQUENCE_MAX }),
  )
  .map(([adcode, sequence]) => ({ adcode, sequence, code: makeStationCode(adcode, sequence) }))

describe('a station code', () => {
  test('is read back', () => {
    fc.assert(
      fc.property(code, (it) => {
        expect(readStationCode(it.code)).toEqual({ ok: true, ...it })
      }),
    )
  })

  test('has a stable form', () => {
    expect(makeStationCode('410402', 1)).toBe('410402-0001-M')
  })

  test('with any one digit wrong is refused', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 9 }), fc.integer({ min: 1, max: 9 }), (it, place, shift) => {
        const plain = it.code.replaceAll('-', '')
        const wrong = (Number(plain[place]) + shift) % 10
        expect(readStationCode(plain.slice(0, place) + wrong + plain.slice(place + 1)).ok).toBe(false)
      }),
    )
  })

  test('with any two digits exchanged is refused', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 9 }), fc.nat({ max: 9 }), (it, a, b) => {
        const digits = [...it.code.replaceAll('-', '')]
        fc.pre(digits[a] !== digits[b])
        const [atA = '', atB = ''] = [digits[a], digits[b]]
        digits[a] = atB
        digits[b] = atA
        expect(readStationCode(digits.join('')).ok).toBe(false)
      }),
    )
  })

  test.each(['410402 0001 m', '４１０４０２－０００１－Ｍ', '41O4O2-OOOI-M', '4104020001M', '410402–0001–M'])(
    '%s is what was meant',
    (typed) => {
      expect(readStationCode(typed)).toMatchObject({ ok: true, code: '410402-0001-M' })
    },
  )

  test.each([
    ['PDS-001', 'shape'],
    ['', 'shape'],
    ['410402-0000-0', 'shape'],
    ['410402-0001-N', 'check'],
  ])('%j is refused for its %s', (typed, reason) => {
    expect(readStationCode(typed)).toEqual({ ok: false, reason })
  })

  test('is never made of what is no adcode or no number', () => {
    expect(() => makeStationCode('4104', 1)).toThrow(RangeError)
    expect(() => makeStationCode('410402', 0)).toThrow(RangeError)
    expect(() => makeStationCode('410402', SEQUENCE_MAX + 1)).toThrow(RangeError)
  })
})
