import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsToHide, GROUP_MIN, inTens } from './suppression.ts'

const table = fc.array(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 5_000 })), {
  minLength: 1,
  maxLength: 12,
})

/** What somebody can work out who sees the total and the shown cells: every way to fill the hidden ones from one up. */
function waysToFill(sum: number, cells: number): number[][] {
  if (cells === 1) return sum >= 1 ? [[sum]] : []
  return Array.from({ length: Math.max(0, sum - cells + 1) }, (_, index) => index + 1).flatMap((first) =>
    waysToFill(sum - first, cells - 1).map((rest) => [first, ...rest]),
  )
}

test('no group of one to nine is ever shown', () => {
  fc.assert(
    fc.property(table, fc.boolean(), (counts, addsUp) => {
      const hidden = cellsToHide(counts, addsUp)
      if (hidden === undefined) return
      counts.forEach((count, index) => {
        if (count > 0 && count < GROUP_MIN) expect(hidden[index]).toBe(true)
      })
    }),
  )
})

test('no hidden cell can be worked out from the others and the total, nor be known to be small', () => {
  const small = fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(small, (counts) => {
      const hidden = cellsToHide(counts, true)
      if (hidden === undefined || !hidden.includes(true)) return
      const unknown = counts.filter((_, index) => hidden[index])
      const sum = unknown.reduce((total, count) => total + count, 0)
      const ways = waysToFill(sum, unknown.length)
      unknown.forEach((_, place) => {
        const possible = ways.map((way) => way[place]!)
        expect(new Set(possible).size).toBeGreaterThan(1)
        expect(Math.max(...possible)).toBeGreaterThanOrEqual(GROUP_MIN)
      })
    }),
    { numRuns: 300 },
  )
})

test('hides no more than it must: taking the last helper away would give a cell away', () => {
  fc.assert(
    fc.property(table, (counts) => {
      const hidden = cellsToHide(counts, true)
      if (hidden === undefined) return
      const helpers = counts.filter((count, index) => hidden[index] && count >= GROUP_MIN)
      expect(helpers.length).toBeLessThanOrEqual(1)
    }),
  )
})

test('by example', () => {
  expect(cellsToHide([120, 3, 40, 77], true)).toEqual([false, true, true, false])
  expect(cellsToHide([120, 3, 40, 77], false)).toEqual([false, true, false, false])
  expect(cellsToHide([120, 8, 9, 77], true)).toEqual([false, true, true, false])
  expect(cellsToHide([0, 25, 40], true)).toEqual([false, false, false])
  expect(cellsToHide([4, 5], true)).toBeUndefined()
  expect(cellsToHide([9], true)).toBeUndefined()
})

test('what is told of a figure day after day is itself a course of days on which never one to nine came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 30 }), (came) => {
      const totals = came.map((_, day) => came.slice(0, day + 1).reduce((sum, count) => sum + count, 0))
      const told = totals.map(inTens)
      // Whoever sees only `told` can exclude nothing about any day but what `told` itself would have been.
      told.forEach((value, day) => {
        const since = value - (told[day - 1] ?? 0)
        expect(since === 0 || since >= GROUP_MIN).toBe(true)
        expect(inTens(value)).toBe(value)
      })
    }),
  )
})
