import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCalendarDay } from './calendar-day.ts'
import {
  addDays,
  CITY_TIME_ZONE,
  cityDay,
  cityMoment,
  cityTime,
  daysBetween,
  endOfDay,
  momentAt,
  startOfDay,
} from './city-time.ts'

const FIRST = Date.parse('1992-01-01T00:00:00Z')
const LAST = Date.parse('2100-01-01T00:00:00Z')
const moments = fc.integer({ min: FIRST, max: LAST })
const days = moments.map((at) => new Date(at).toISOString().slice(0, 10))
const offsets = fc.integer({ min: -40_000, max: 40_000 })

describe('the city’s day', () => {
  test('is the one that the time zone’s own table gives, and so is its clock', () => {
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: CITY_TIME_ZONE })
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: CITY_TIME_ZONE, timeStyle: 'short' })
    fc.assert(
      fc.property(moments, (at) => {
        expect(cityDay(at)).toBe(day.format(at))
        expect(cityTime(at)).toBe(clock.format(at))
      }),
    )
  })

  test('begins at its midnight and ends at the next day’s', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(cityDay(startOfDay(day))).toBe(day)
        expect(cityDay(startOfDay(day).getTime() - 1)).toBe(addDays(day, -1))
        expect(endOfDay(day)).toEqual(startOfDay(addDays(day, 1)))
        expect(cityMoment(endOfDay(day).getTime() - 1)).toBe(`${day} 23:59`)
      }),
    )
    expect(startOfDay('2026-11-23').toISOString()).toBe('2026-11-22T16:00:00.000Z')
  })

  test('and its clock give the minute back', () => {
    fc.assert(
      fc.property(moments, (at) => {
        const minute = at - (at % 60_000)
        expect(Date.parse(momentAt(cityDay(at), cityTime(at)))).toBe(minute)
      }),
    )
    expect(momentAt('2026-11-23', '14:05')).toBe('2026-11-23T14:05:00+08:00')
  })

  test('is the same of a Date, of milliseconds and of ISO 8601 with any offset', () => {
    fc.assert(
      fc.property(moments, (at) => {
        const day = cityDay(at)
        expect([cityDay(new Date(at)), cityDay(new Date(at).toISOString())]).toEqual([day, day])
      }),
    )
    expect(cityDay('2026-11-22T23:59:59+08:00')).toBe('2026-11-22')
    expect(cityDay('2026-11-22T12:00:00-05:00')).toBe('2026-11-23')
  })
})

describe('days', () => {
  test('are counted as they are added', () => {
    fc.assert(
      fc.property(days, offsets, (day, by) => {
        const later = addDays(day, by)
        expect(daysBetween(day, later)).toBe(by)
        expect(addDays(later, -by)).toBe(day)
        expect(later > day).toBe(by > 0)
      }),
    )
  })

  test('the next day follows in its month or begins the next, and the calendar has it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year, month, date] = addDays(day, 1).split('-').map(Number) as [number, number, number]
        expect(isCalendarDay(year, month, date)).toBe(true)
        if (date !== 1) expect(addDays(day, 1).slice(0, 8)).toBe(day.slice(0, 8))
      }),
    )
  })

  test.each([
    ['2026-01-31', '2026-02-01'],
    ['2026-02-28', '2026-03-01'],
    ['2028-02-28', '2028-02-29'],
    ['2028-02-29', '2028-03-01'],
    ['2100-02-28', '2100-03-01'],
    ['2026-04-30', '2026-05-01'],
    ['2026-12-31', '2027-01-01'],
  ])('after %s comes %s', (day, next) => {
    expect(addDays(day, 1)).toBe(next)
    expect(addDays(next, -1)).toBe(day)
  })
})
