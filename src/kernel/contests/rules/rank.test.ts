import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoundRule } from '../shapes.ts'
import { compare, exactOf, shown } from './exact.ts'
import { fillQuotas } from './quotas.ts'
import { rank, trimmedMean } from './rank.ts'

const rule: RoundRule = {
  name: '决赛',
  judging: null,
  judgesPerEntry: 7,
  trimming: 'one-each',
  criteria: [
    { id: 'content', name: '内容', weight: 60, pointsMax: 10_000 },
    { id: 'voice', name: '语言', weight: 40, pointsMax: 10_000 },
  ],
  advancing: null,
}

const whole = (...numbers: number[]) => numbers.map((number) => exactOf(BigInt(number)))

describe('a trimmed mean', () => {
  it('leaves out one highest and one lowest, even of equals, from five scores on', () => {
    expect(trimmedMean(whole(10, 10, 4, 4, 4), 'one-each')).toEqual(exactOf(6n))
    expect(trimmedMean(whole(10, 4, 4, 4), 'one-each')).toEqual(exactOf(11n, 2n))
    expect(trimmedMean(whole(10, 10, 4, 4, 4), 'none')).toEqual(exactOf(32n, 5n))
  })

  it('equals the sum without one least and one most, exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 5, maxLength: 15 }),
        (scores) => {
          const rest = scores.reduce((all, one) => all + one, 0) - Math.max(...scores) - Math.min(...scores)
          expect(trimmedMean(whole(...scores), 'one-each')).toEqual(
            exactOf(BigInt(rest), BigInt(scores.length - 2)),
          )
        },
      ),
      { numRuns: 100 },
    )
  })
})

it('a number is shown half up, and compared unrounded', () => {
  expect([exactOf(1n, 3n), exactOf(201n, 200n), exactOf(85n)].map(shown)).toEqual(['0.33', '1.01', '85.00'])
  expect(compare(exactOf(3_334n, 10_000n), exactOf(1n, 3n))).toBe(1)
})

describe('ranks', () => {
  const sheets = (content: number, voice: number) => Array.from({ length: 3 }, () => ({ content, voice }))

  it('go by the total, then by the tie criteria; equals share one and the next is left out', () => {
    const all = new Map([
      [1, sheets(8_000, 8_000)],
      [2, sheets(8_000, 8_000)],
      [3, sheets(9_000, 6_500)],
      [4, sheets(10_000, 10_000)],
    ])
    expect(rank(rule, ['voice'], all).map(({ entry, rank: place }) => [entry, place])).toEqual([
      [4, 1],
      [1, 2],
      [2, 2],
      [3, 4],
    ])
    expect(rank(rule, ['content'], all).map(({ entry }) => entry)).toEqual([4, 3, 1, 2])
  })

  it('do not depend on the order of entries or of sheets', () => {
    const points = fc.record({ content: fc.nat(20), voice: fc.nat(20) })
    fc.assert(
      fc.property(fc.array(fc.array(points, { minLength: 1, maxLength: 7 }), { maxLength: 12 }), (lists) => {
        const forth = new Map(lists.map((list, index) => [index, list]))
        const back = new Map(lists.map((list, index) => [index, list.toReversed()] as const).toReversed())
        expect(rank(rule, [], back)).toEqual(rank(rule, [], forth))
      }),
      { numRuns: 60 },
    )
  })
})

describe('quotas', () => {
  const placed = (...ranks: number[]) => ranks.map((place, index) => ({ entry: index + 1, rank: place }))

  it('never cut a tie: a person orders it', () => {
    const ranked = placed(1, 2, 2, 4)
    const before = fillQuotas(ranked, [2, 1])
    expect([...before.given]).toEqual([[1, 0]])
    expect(before.undecided).toEqual([{ quota: 0, entries: [2, 3] }])
    expect([...fillQuotas(ranked, [2, 1], [[3, 2]]).given]).toEqual([
      [1, 0],
      [3, 0],
      [2, 1],
    ])
  })

  it('give at most what there is, whole ties or none, from the top', () => {
    const steps = fc.array(fc.boolean(), { minLength: 1, maxLength: 30 })
    const counts = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(steps, counts, (isNew, quota) => {
        let place = 1
        const ranked = isNew.map((fresh, index) => {
          if (fresh) place = index + 1
          return { entry: index, rank: place }
        })
        const { given, undecided } = fillQuotas(ranked, quota)
        for (const [index, count] of quota.entries())
          expect([...given.values()].filter((one) => one === index).length).toBeLessThanOrEqual(count)
        const worst = Math.max(0, ...ranked.filter(({ entry }) => given.has(entry)).map(({ rank: at }) => at))
        for (const { entry, rank: at } of ranked) if (at <= worst) expect(given.has(entry)).toBe(true)
        expect(undecided.flatMap(({ entries }) => entries).some((entry) => given.has(entry))).toBe(false)
      }),
      { numRuns: 200 },
    )
  })
})
