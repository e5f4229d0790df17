import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatOpeningHours } from './format-opening-hours.ts'
import { openingHoursSchema, type OpeningSpan, type WeeklySpan } from './opening-hours-schema.ts'
import { parseOpeningHours } from './parse-opening-hours.ts'

test('hours that were written out are read back as the same hours', () => {
  const time = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const span = fc
    .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1440 }), fc.boolean())
    .map(([from, to, nextDay]): OpeningSpan => {
      if (to > from) return { from: time(from), to: time(to) }
      return nextDay && to < 1440
        ? { from: time(from), to: time(to), nextDay: true }
        : { from: time(to), to: time(from + 1) }
    })
  const week = fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
    .chain((days) => span.map((it): WeeklySpan[] => [{ days: [...days].sort((a, b) => a - b), ...it }]))
  const dated = fc.constantFrom(
    { from: '05-01', to: '09-30' },
    { from: '11-15', to: '03-10' },
    { from: '02-29', to: '06-01' },
  )
  const hours = fc.oneof(
    week.map((weekly) => ({ seasons: [{ weekly }], exceptions: [] })),
    fc.tuple(dated, week, week).map(([dates, weekly, rest]) => {
      return { seasons: [{ ...dates, weekly }, { weekly: rest }], exceptions: [] }
    }),
  )
  fc.assert(
    fc.property(hours, (written) => {
      openingHoursSchema.parse(written)
      expect(parseOpeningHours(formatOpeningHours(written).zh)).toMatchObject({ ok: true, hours: written })
    }),
    { numRuns: 300 },
  )
})
