import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeProblem, SOLVER_LIMITS } from './problem.ts'
import { solve } from './solve.ts'

/** Things of a worth and a weight, and a bag that carries so much. */
function knapsack(things: readonly { worth: number; weight: number }[], carries: number) {
  const problem = makeProblem('maximise')
  const taken = things.map(({ worth }) => problem.variable({ cost: worth, upper: 1, isWhole: true }))
  problem.row({ upper: carries, terms: taken.map((thing, index) => [thing, things[index]!.weight]) })
  return problem
}

const bestByTrying = (things: readonly { worth: number; weight: number }[], carries: number): number =>
  Math.max(
    ...Array.from({ length: 2 ** things.length }, (_, set) => {
      const those = things.filter((_, index) => (set & (2 ** index)) !== 0)
      const weight = those.reduce((sum, thing) => sum + thing.weight, 0)
      return weight <= carries ? those.reduce((sum, thing) => sum + thing.worth, 0) : 0
    }),
  )

/** Three hundred places of which thirty cover as many of six hundred as can be; takes longer than a blink. */
function covering() {
  const problem = makeProblem('maximise')
  const sites = Array.from({ length: 300 }, () => problem.variable({ cost: 0, upper: 1, isWhole: true }))
  problem.row({ upper: 30, terms: sites.map((site) => [site, 1] as const) })
  for (let point = 0; point < 600; point++) {
    const covered = problem.variable({ cost: 1 + (point % 7), upper: 1 })
    const near = sites.filter((_, site) => (site * 7919 + point * 104_729) % 31 === 0)
    problem.row({ upper: 0, terms: [[covered, 1], ...near.map((site) => [site, -1] as const)] })
  }
  return problem
}

describe('the solver', () => {
  it('finds what trying everything finds', async () => {
    const thing = fc.record({
      worth: fc.integer({ min: 1, max: 50 }),
      weight: fc.integer({ min: 1, max: 20 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(thing, { minLength: 1, maxLength: 8 }),
        fc.nat(60),
        async (things, carries) => {
          const found = await solve(knapsack(things, carries))
          if (found.status !== 'optimal') throw new Error(found.status)
          expect(Math.round(found.value)).toBe(bestByTrying(things, carries))
          expect(found.gap).toBeLessThan(1e-6)
        },
      ),
      { numRuns: 6 },
    )
  })

  it('says the same twice, and that what cannot be cannot be', async () => {
    const [first, second] = [await solve(covering()), await solve(covering())]
    if (first.status !== 'optimal' || second.status !== 'optimal') throw new Error(first.status)
    expect([...second.values]).toEqual([...first.values])
    const impossible = makeProblem('minimise')
    const one = impossible.variable({ cost: 1, upper: 1 })
    impossible.row({ lower: 2, terms: [[one, 1]] })
    expect(await solve(impossible)).toMatchObject({ status: 'impossible' })
  })

  it('stops when it is told to, and lets the next one in', async () => {
    const stop = new AbortController()
    const stopped = Promise.all([
      solve(covering(), { signal: stop.signal }),
      solve(covering(), { signal: stop.signal }),
    ])
    stop.abort(new Error('no longer wanted'))
    await expect(stopped).rejects.toThrow('no longer wanted')
    expect(await solve(knapsack([{ worth: 1, weight: 1 }], 1))).toMatchObject({ status: 'optimal', value: 1 })
  })

  it('refuses what would hold the machine', () => {
    const problem = makeProblem('maximise')
    for (let number = 0; number < SOLVER_LIMITS.variables; number++) problem.variable({ cost: 1 })
    expect(() => problem.variable({ cost: 1 })).toThrow(
      expect.objectContaining({ code: 'problem-too-large' }),
    )
  })
})
