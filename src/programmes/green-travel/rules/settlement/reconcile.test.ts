import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reconcile, type Cell } from './reconcile.ts'

const UNION_FEN = 99

const cell = (over: Partial<Cell> = {}): Cell => ({
  day: '2026-11-05',
  route: 1,
  scanned: 10,
  secondUse: 0,
  refused: 0,
  journal: 10,
  claim: { rides: 10, fen: 990 },
  ...over,
})

const named = (...cells: Cell[]) =>
  reconcile(cells, UNION_FEN).map(({ kind, rides, fen }) => [kind, rides, fen])

test('each disagreement has its name', () => {
  expect(named(cell())).toEqual([])
  expect(named(cell({ scanned: 12 }))).toEqual([['missing-in-journal', 2, 198]])
  expect(named(cell({ scanned: 9 }))).toEqual([['journal-without-scan', 1, -99]])
  expect(named(cell({ claim: { rides: 8, fen: 792 } }))).toEqual([['missing-in-claim', 2, -198]])
  expect(named(cell(), cell({ route: 2, claim: null }))).toEqual([['missing-in-claim', 10, -990]])
  expect(named(cell({ claim: { rides: 13, fen: 1287 } }))).toEqual([['missing-in-scans', 3, 297]])
  expect(named(cell({ claim: { rides: 10, fen: 1000 } }))).toEqual([['altered-amount', 0, 10]])
  expect(named(cell({ secondUse: 1, refused: 1, claim: { rides: 13, fen: 1287 } }))).toEqual([
    ['second-use', 1, 99],
    ['refused-claimed', 1, 99],
    ['missing-in-scans', 1, 99],
  ])
})

test('what stands in the wrong place is one difference, and moves no money', () => {
  const claimed = (rides: number) => ({ claim: { rides, fen: rides * UNION_FEN } })
  expect(named(cell(claimed(13)), cell({ route: 2, ...claimed(7) }))).toEqual([['altered-route', 3, 0]])
  expect(named(cell(claimed(13)), cell({ day: '2026-11-06', ...claimed(7) }))).toEqual([
    ['altered-day', 3, 0],
  ])
  expect(named(cell(claimed(13)), cell({ day: '2026-11-07', ...claimed(7) }))).toEqual([
    ['missing-in-scans', 3, 297],
    ['missing-in-claim', 3, -297],
  ])
})

test('without a claim only readers and journal are compared', () => {
  expect(named(cell({ claim: null, scanned: 11 }))).toEqual([['missing-in-journal', 1, 99]])
})

const anyCell = fc
  .record({
    day: fc.integer({ min: 1, max: 4 }).map((day) => `2026-11-0${day}`),
    route: fc.integer({ min: 1, max: 3 }),
    scanned: fc.nat(9),
    secondUse: fc.nat(2),
    refused: fc.nat(2),
    journal: fc.nat(9),
    claim: fc.option(fc.record({ rides: fc.nat(9), fen: fc.nat(900) })),
  })
  .map((one): Cell => one)
const anyCells = fc.uniqueArray(anyCell, { selector: ({ day, route }) => `${day} ${route}`, maxLength: 12 })

test('the claim’s differences add up to claim less journal, and order makes none', () => {
  fc.assert(
    fc.property(anyCells, fc.infiniteStream(fc.nat()), (cells, order) => {
      const found = reconcile(cells, UNION_FEN)
      const keys = cells.map((one) => [order.next().value, one] as const)
      const shuffled = keys.toSorted(([a], [b]) => a - b).map(([, one]) => one)
      expect(reconcile(shuffled, UNION_FEN)).toEqual(found)
      if (!cells.some(({ claim }) => claim !== null)) return
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
      const ofClaim = found.filter(
        ({ kind }) => kind !== 'missing-in-journal' && kind !== 'journal-without-scan',
      )
      const claimed = sum(cells.map(({ claim }) => claim?.fen ?? 0))
      const journal = sum(cells.map((one) => one.journal * UNION_FEN))
      expect(sum(ofClaim.map(({ fen }) => fen))).toBe(claimed - journal)
      const ofJournal = found.filter((one) => !ofClaim.includes(one))
      expect(sum(ofJournal.map(({ fen }) => fen))).toBe(
        sum(cells.map((one) => (one.scanned - one.journal) * UNION_FEN)),
      )
    }),
    { numRuns: 300 },
  )
})
