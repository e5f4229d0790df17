import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextPeriod } from './next-period.ts'

test('after a year comes the next; without any, the rest of this one', () => {
  expect(nextPeriod({ from: '2026-01', to: '2026-12' }, '2026-11-28')).toEqual({
    from: '2027-01',
    to: '2027-12',
  })
  expect(nextPeriod(undefined, '2026-11-28')).toEqual({ from: '2026-11', to: '2026-12' })
})

test('proposed periods follow one another without a gap or an overlap', () => {
  const month = fc
    .tuple(fc.integer({ min: 2020, max: 2058 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, at]) => `${year}-${String(at).padStart(2, '0')}`)
  fc.assert(
    fc.property(month, (to) => {
      const next = nextPeriod({ from: to, to }, '2026-11-28')
      expect(next.from > to && next.to > next.from).toBe(true)
      expect(new Date(`${next.from}-01`).getTime() - new Date(`${to}-01`).getTime()).toBeLessThan(
        32 * 86_400_000,
      )
    }),
  )
})
