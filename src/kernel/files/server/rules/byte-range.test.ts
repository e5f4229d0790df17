import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteRange } from './byte-range.ts'

test.each([
  ['bytes=0-', { from: 0, to: 99 }],
  ['bytes=10-19', { from: 10, to: 19 }],
  ['bytes=-5', { from: 95, to: 99 }],
  ['bytes=-500', { from: 0, to: 99 }],
  ['bytes=99-1000', { from: 99, to: 99 }],
  ['bytes=100-', 'beyond'],
  ['bytes=-0', 'beyond'],
  ['bytes=5-4', undefined],
  ['bytes=0-1,5-6', undefined],
  ['seconds=0-1', undefined],
  [undefined, undefined],
])('%s of a hundred bytes', (header, expected) => expect(byteRange(header, 100)).toEqual(expected))

test('whatever is asked, what is given lies in the file', () => {
  fc.assert(
    fc.property(fc.nat(), fc.option(fc.nat()), fc.integer({ min: 1, max: 1e9 }), (first, last, size) => {
      const range = byteRange(`bytes=${first}-${last ?? ''}`, size)
      if (typeof range !== 'object') return
      expect(range.from).toBeLessThanOrEqual(range.to)
      expect(range.to).toBeLessThan(size)
    }),
  )
})
