import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byElectionDue, extensionLimit, monthsAfter, termEnd, termStage } from './term-clock.ts'

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test.each([
  ['2023-11-23', 3, '2026-11-22'],
  ['2024-02-29', 3, '2027-02-27'],
  ['2020-01-01', 5, '2024-12-31'],
])('a term from %s of %i years ends on %s', (from, years, until) => {
  expect(termEnd(from, years)).toBe(until)
})

test.each([
  ['2026-11-22', 'overdue'],
  ['2026-11-23', 'due-1'],
  ['2026-12-24', 'due-3'],
  ['2027-02-24', 'due-6'],
  ['2027-05-24', 'running'],
  [null, 'unknown'],
] as const)('on 23 November 2026 a term until %s is %s', (until, stage) => {
  expect(termStage(until, '2026-11-23')).toBe(stage)
})

test('a stage never goes back as days pass', () => {
  const order = ['running', 'due-6', 'due-3', 'due-1', 'overdue']
  fc.assert(
    fc.property(day, fc.nat(400), fc.nat(400), (until, one, two) => {
      const at = (back: number) => order.indexOf(termStage(until, shifted(until, -back)))
      expect(at(Math.min(one, two))).toBeGreaterThanOrEqual(at(Math.max(one, two)))
      expect(termStage(until, until)).not.toBe('overdue')
      expect(termStage(until, shifted(until, 1))).toBe('overdue')
    }),
  )
})

test('months add up, and the end of a short month is its last day', () => {
  expect(monthsAfter('2026-08-31', 6)).toBe('2027-02-28')
  expect(monthsAfter('2027-02-28', -12)).toBe('2026-02-28')
  fc.assert(
    fc.property(day, fc.integer({ min: -60, max: 60 }), (from, months) => {
      const there = monthsAfter(from, months)
      expect(there.slice(0, 7)).toBe(monthsAfter(`${from.slice(0, 7)}-01`, months).slice(0, 7))
      expect(Number(there.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)))
    }),
  )
})

test('three months for a vacant chair, six at most for a postponed election', () => {
  expect(byElectionDue('2026-08-31')).toBe('2026-11-30')
  expect(extensionLimit('2026-11-22')).toBe('2027-05-22')
})

function shifted(from: string, days: number): string {
  const date = new Date(`${from}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
