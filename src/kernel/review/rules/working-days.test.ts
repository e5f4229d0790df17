import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import chineseDays from 'chinese-days'
import { addDays, endOfDay } from '#platform/city-time.ts'
import { bundledDays, bundledYears } from '../server/bundled-calendar.ts'
import {
  addTerm,
  addWorkingDays,
  isWorkingDay,
  specialDaysBetween,
  workingDaysBetween,
  type Calendar,
} from './working-days.ts'

const published: Calendar = {
  years: new Set(bundledYears()),
  special: new Map(
    bundledYears().flatMap((year) => bundledDays(year).map(({ day, ...special }) => [day, special] as const)),
  ),
}

const days = fc
  .integer({ min: Date.UTC(2010, 0, 1) / 86_400_000, max: Date.UTC(2026, 5, 1) / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10))

describe('working days', () => {
  test('agree with the collection on every day of every year that it has', () => {
    for (const year of bundledYears())
      for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = addDays(day, 1))
        expect(`${day} ${isWorkingDay(published, day)}`).toBe(`${day} ${chineseDays.isWorkday(day)}`)
  })

  test('the n-th is found as by walking through the days and crossing them off', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const walked: string[] = []
        for (let day = addDays(from, 1); walked.length < n; day = addDays(day, 1))
          if (chineseDays.isWorkday(day)) walked.push(day)
        expect(addWorkingDays(published, from, n)).toEqual({ dueOn: walked.at(-1), beyondPublished: false })
      }),
      { numRuns: 150 },
    )
  })

  test('between is what adding added, and turns its sign with its ends', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const { dueOn } = addWorkingDays(published, from, n)
        expect(workingDaysBetween(published, from, dueOn)).toBe(n)
        expect(workingDaysBetween(published, dueOn, from)).toBe(-n)
      }),
      { numRuns: 150 },
    )
  })

  // 国务院办公厅关于2025年部分节假日安排的通知: 1 to 8 October off, 28 September and 11 October worked.
  test('run around National Day 2025 with its make-up days', () => {
    expect(addWorkingDays(published, '2025-09-26', 1).dueOn).toBe('2025-09-28')
    expect(addWorkingDays(published, '2025-09-30', 1).dueOn).toBe('2025-10-09')
    expect(addWorkingDays(published, '2025-09-30', 3).dueOn).toBe('2025-10-11')
    expect(addWorkingDays(published, '2025-09-30', 4).dueOn).toBe('2025-10-13')
    expect(
      specialDaysBetween(published, '2025-09-26', '2025-10-11').map(({ day, kind }) => `${day} ${kind}`),
    ).toEqual([
      '2025-09-28 make-up',
      ...Array.from({ length: 8 }, (_, index) => `2025-10-0${index + 1} day-off`),
      '2025-10-11 make-up',
    ])
  })

  // 国办发明电〔2023〕7号: 4 to 6 October 2024 among 1 to 7 off; 29 September and 12 October worked.
  test('run around National Day 2024 with its make-up days', () => {
    expect(addWorkingDays(published, '2024-09-27', 2).dueOn).toBe('2024-09-30')
    expect(addWorkingDays(published, '2024-09-30', 5).dueOn).toBe('2024-10-12')
  })

  test('calendar days that end on a day off end on the next working day', () => {
    expect(addTerm(published, '2025-09-23', { days: 10 }).dueOn).toBe('2025-10-09')
    expect(addTerm(published, '2025-11-10', { days: 10 }).dueOn).toBe('2025-11-20')
  })

  test('beyond the last published year they leave out weekends only, and say so', () => {
    const until2025: Calendar = { years: new Set([2025]), special: published.special }
    expect(addWorkingDays(until2025, '2025-12-30', 1)).toEqual({
      dueOn: '2025-12-31',
      beyondPublished: false,
    })
    expect(addWorkingDays(until2025, '2025-12-31', 2).beyondPublished).toBe(true)
    const none: Calendar = { years: new Set(), special: new Map() }
    expect(addWorkingDays(none, '2031-10-03', 1)).toEqual({ dueOn: '2031-10-06', beyondPublished: true })
  })

  test('refuse what is no number of days', () => {
    for (const n of [-1, 1.5, Number.NaN, 5_000])
      expect(() => addWorkingDays(published, '2025-01-02', n)).toThrow(RangeError)
  })

  test('a deadline ends as its day does in Shanghai', () => {
    expect(endOfDay('2026-11-26').toISOString()).toBe('2026-11-26T16:00:00.000Z')
  })
})
