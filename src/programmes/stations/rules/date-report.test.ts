import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLOCK_TOLERANCE_MS, dateReport, LATE_MAX_MS } from './date-report.ts'

const arrived = new Date('2026-11-28T12:00:00+08:00')

test('a report lies never in the future, never before it was made, and says of itself when it came late', () => {
  fc.assert(
    fc.property(fc.integer({ min: -LATE_MAX_MS, max: 2 * LATE_MAX_MS }), (ageMs) => {
      const made = new Date(arrived.getTime() - ageMs)
      const dated = dateReport(made, arrived)
      if (ageMs > LATE_MAX_MS) expect(dated).toEqual({ tooOld: true })
      else if (ageMs <= CLOCK_TOLERANCE_MS) expect(dated).toEqual({ at: arrived, arrivedAt: null })
      else expect(dated).toEqual({ at: made, arrivedAt: arrived })
    }),
  )
  expect(dateReport(undefined, arrived)).toEqual({ at: arrived, arrivedAt: null })
})
