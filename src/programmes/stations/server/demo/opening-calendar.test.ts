import { expect, test } from 'vitest'

import { dayNumber } from './days.ts'
import { openingCalendar } from './opening-calendar.ts'
import { closuresAround } from './opening-profiles.ts'

const everyDay = [1, 2, 3, 4, 5, 6, 7]

test('a season over the new year, weekdays and a dated closure', () => {
  const on = openingCalendar({
    seasons: [
      { from: '10-01', to: '04-30', weekly: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }] },
      { weekly: [{ days: everyDay, from: '07:30', to: '19:00' }] },
    ],
    exceptions: [{ date: '2026-01-01', spans: [] }],
  })
  // 2026-01-02 was a Friday.
  expect(on(dayNumber('2026-01-02'))).toEqual([{ from: 540, to: 1020 }])
  expect(on(dayNumber('2026-01-03'))).toEqual([])
  expect(on(dayNumber('2026-01-01'))).toEqual([])
  expect(on(dayNumber('2026-05-02'))).toEqual([{ from: 450, to: 1140 }])
})

test('a span past midnight opens the early hours of the next day', () => {
  const on = openingCalendar({
    seasons: [{ weekly: [{ days: [5], from: '20:00', to: '02:00', nextDay: true }] }],
    exceptions: [],
  })
  expect(on(dayNumber('2026-01-02'))).toEqual([{ from: 1200, to: 1440 }])
  expect(on(dayNumber('2026-01-03'))).toEqual([{ from: 0, to: 120 }])
})

test('counters close on 元旦, 春节 and 国庆节, within a year of today', () => {
  const dates = closuresAround('2026-11-23').map(({ date }) => date)
  // 2026: the lunar new year fell on 17 February.
  expect(dates).toEqual(
    expect.arrayContaining(['2026-01-01', '2026-02-17', '2026-02-19', '2026-10-03', '2027-02-06']),
  )
  expect(dates).not.toContain('2026-02-20')
  expect(dates).not.toContain('2025-10-01')
})
