import { expect, it } from 'vitest'
import { calendarDays, lastDayOf } from './days.ts'

it('counts days as the city’s calendar does, not by hours', () => {
  expect(calendarDays('2026-11-27T15:59:00Z', '2026-11-27T16:01:00Z')).toBe(1)
  expect(calendarDays('2026-11-27T16:01:00Z', '2026-11-28T15:59:00Z')).toBe(0)
  expect(calendarDays('2026-11-28T04:00:00Z', '2026-11-10T04:00:00Z')).toBe(-18)
})

it('what is due at midnight was due on the day that ended', () => {
  expect(calendarDays('2026-11-27T04:00:00Z', lastDayOf('2026-11-27T16:00:00Z'))).toBe(0)
  expect(calendarDays('2026-11-27T04:00:00Z', lastDayOf('2026-11-27T01:17:00Z'))).toBe(0)
})
